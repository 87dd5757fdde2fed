import { RequestError } from '@octokit/request-error'
import {
  NotFoundError,
  PermissionError,
  type PermanentError,
  type RetryableError,
} from '../../jobs/errors.ts'
import type { RepositoryName } from '../../jobs/ports.ts'

/** Says to a person at a terminal what GitHub's refusal means, and what to do. */
export const explain = (
  error: PermanentError | RetryableError,
  { owner, repo }: RepositoryName,
  apiUrl: string,
): string => {
  const { cause } = error
  if (error instanceof NotFoundError)
    return `${owner}/${repo} does not exist, or these credentials do not reach it: the app must be installed there, or the token allowed to read it. (${error.message})`
  if (error instanceof PermissionError) return `These credentials lack a permission. (${error.message})`
  if (!(cause instanceof RequestError)) return error.message
  if (cause.status === 401)
    return `GitHub does not accept these credentials: they are wrong, revoked, or a token that has expired. (${error.message})`
  if (cause.response === undefined) return `GitHub cannot be reached at ${apiUrl}. (${cause.message})`
  return error.message
}
