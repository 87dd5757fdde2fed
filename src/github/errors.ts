import { GraphqlResponseError } from '@octokit/graphql'
import { RequestError } from '@octokit/request-error'
import {
  ClosedConversationError,
  NotFoundError,
  PermanentError,
  PermissionError,
  RetryableError,
} from '../jobs/errors.ts'
import { errorsOf } from './graphql.ts'
import { retryAfterSeconds, type ResponseHeaders } from './rate-limit.ts'

/**
 * Says what a failed call means for a job: whether trying again can help, and if not, what a person must do.
 *
 * @returns a `RetryableError` or `PermanentError` for anything that GitHub or the network did;
 *   other errors, which are faults of our own, come back unchanged
 */
export const toJobError = (error: unknown): unknown => {
  if (error instanceof RequestError) return fromStatus(error)
  if (error instanceof GraphqlResponseError) return fromGraphqlErrors(error)
  if (isGraphqlLimit(error)) return limited(error.message, error, error.response.headers)
  return error
}

const fromStatus = (error: RequestError): Error => {
  const { method, url } = error.request
  const headers = error.response?.headers ?? {}
  const message = `${method} ${new URL(url).pathname}: ${error.status} ${error.message}`
  const options = { cause: error }
  // A request without an answer (a dropped connection, a timeout) carries the status 500.
  if (error.status >= 500 || error.status === 408) return retryable(message, error, headers)
  if (isLimit(error, headers)) return limited(message, error, headers)
  switch (error.status) {
    // A new token was refused as well, as happens in the first seconds after GitHub gives it.
    case 401:
      return retryable(message, error, headers)
    case 403:
      if (CLOSED_CONVERSATION.test(error.message)) return new ClosedConversationError(message, options)
      return new PermissionError(message, { cause: error, permission: wanted(headers) })
    case 404:
    case 410:
      return new NotFoundError(message, options)
    default:
      return new PermanentError(message, options)
  }
}

const retryable = (message: string, cause: Error, headers: ResponseHeaders): RetryableError =>
  new RetryableError(message, { cause, retryAfterSeconds: retryAfterSeconds(headers) })

/**
 * Where a limit comes without a time, GitHub wants to be left alone for a minute at least.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
const LEAST_SECONDS = 60

const limited = (message: string, cause: Error, headers: ResponseHeaders): RetryableError =>
  new RetryableError(message, { cause, retryAfterSeconds: retryAfterSeconds(headers) ?? LEAST_SECONDS })

/** Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const isLimit = ({ status, message }: RequestError, headers: ResponseHeaders): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers['retry-after'] !== undefined ||
      headers['x-ratelimit-remaining'] === '0' ||
      /rate limit/i.test(message)))

/** GitHub refuses such comments as it refuses what the app lacks a permission for; only its words tell. */
const CLOSED_CONVERSATION = /\bis locked\b|commenting is disabled/i

/** GitHub names the permissions that would do: `issues=write; pull_requests=write` means either. */
const wanted = (headers: ResponseHeaders): string | null => {
  const accepted = headers['x-accepted-github-permissions']
  return accepted === undefined ? null : String(accepted)
}

/** GraphQL carries reads, and writes that may be repeated: a fault which GitHub does not explain is safe to try again. */
const fromGraphqlErrors = (error: GraphqlResponseError<unknown>): Error => {
  const errors = errorsOf(error)
  const types = new Set(errors.map(({ type }) => type))
  const message = `GraphQL: ${errors.map((entry) => entry.message).join(' ')}`
  const options = { cause: error }
  if (types.has('RATE_LIMITED')) return limited(message, error, error.headers)
  if (types.has('FORBIDDEN'))
    return new PermissionError(message, { cause: error, permission: wanted(error.headers) })
  if (types.has('NOT_FOUND')) return new NotFoundError(message, options)
  if (errors.some(({ extensions }) => extensions?.code !== undefined))
    return new PermanentError(message, options)
  return retryable(message, error, error.headers)
}

/** The throttling plugin puts this plain error in the place of an answer of type RATE_LIMITED. */
const isGraphqlLimit = (error: unknown): error is Error & { response: { headers: ResponseHeaders } } =>
  error instanceof Error && error.message === 'GraphQL Rate Limit Exceeded' && 'response' in error
