/** Trying again later can help: a server error, a dropped connection, a rate limit. */
export class RetryableError extends Error {
  override name = 'RetryableError'
  /** How long GitHub asks to wait, in seconds; null where it does not say. */
  readonly retryAfterSeconds: number | null

  constructor(message: string, options: { cause?: unknown; retryAfterSeconds?: number | null } = {}) {
    super(message, { cause: options.cause })
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}

/** Trying again cannot help until a person changes something; the message says what. */
export class PermanentError extends Error {
  override name = 'PermanentError'
}

/** The installation lacks a permission. */
export class PermissionError extends PermanentError {
  override name = 'PermissionError'
  /** What would do, as GitHub names it (`issues=write`); null where it does not say. */
  readonly permission: string | null

  constructor(message: string, options: { cause?: unknown; permission?: string | null } = {}) {
    super(message, { cause: options.cause })
    this.permission = options.permission ?? null
  }
}

/** The conversation takes no comment, whatever the permissions: people locked it, or it is as long as GitHub allows. */
export class ClosedConversationError extends PermanentError {
  override name = 'ClosedConversationError'
}

/** The repository, issue or comment is not there, or not for this installation. */
export class NotFoundError extends PermanentError {
  override name = 'NotFoundError'
}
