import { RequestError } from '@octokit/request-error'

interface FieldError {
  field?: string
  code?: string
}

/**
 * Which fields GitHub refused, where it answered 422 ("Validation Failed").
 *
 * @returns the entries of the answer's `errors`; none for any other error
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed
 */
export const refusedFields = (error: unknown): FieldError[] => {
  if (!(error instanceof RequestError) || error.status !== 422) return []
  const data: unknown = error.response?.data
  if (typeof data !== 'object' || data === null || !('errors' in data) || !Array.isArray(data.errors))
    return []
  return data.errors.filter((entry): entry is FieldError => typeof entry === 'object' && entry !== null)
}
