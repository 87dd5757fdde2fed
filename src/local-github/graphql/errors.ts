/** An error that GitHub marks with a type, such as NOT_FOUND. */
export class TypedError extends Error {
  readonly type: 'NOT_FOUND' | 'FORBIDDEN' | 'MISSING_PAGINATION_BOUNDARIES' | 'EXCESSIVE_PAGINATION'

  constructor(type: TypedError['type'], message: string) {
    super(message)
    this.type = type
  }
}

export const notFound = (what: string): TypedError =>
  new TypedError('NOT_FOUND', `Could not resolve to ${what}.`)

export const forbidden = (): TypedError =>
  new TypedError('FORBIDDEN', 'Resource not accessible by integration')

interface Thrown {
  message?: string
  path?: unknown
  locations?: unknown
  originalError?: unknown
}

/** An error as GitHub shows it: the type comes first, beside path and locations. */
export const publicError = (error: unknown): object => {
  const { message, path, locations, originalError } = error as Thrown
  return {
    ...(originalError instanceof TypedError && { type: originalError.type }),
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
    message,
  }
}
