import { RequestError } from '@octokit/request-error'
import { expect, test } from '@jest/globals'
import { explain } from '../../src/cli/backfill/explain.ts'
import { PermanentError, RetryableError } from '../../src/jobs/errors.ts'
import { toJobError } from '../../src/github/errors.ts'

const API = 'https://api.github.com'
const request = { method: 'GET' as const, url: `${API}/repos/acme/shop`, headers: {} }

const explained = (error: unknown): string => {
  if (error instanceof PermanentError || error instanceof RetryableError)
    return explain(error, { owner: 'acme', repo: 'shop' }, API)
  throw error
}

test.each([
  [401, /^GitHub does not accept these credentials: .*expired/],
  [403, /^These credentials lack a permission\. \(GET \/repos\/acme\/shop: 403 No\)$/],
  [404, /^acme\/shop does not exist, or these credentials do not reach it/],
  [422, /^GET \/repos\/acme\/shop: 422 No$/],
])('a refusal with %i', (status, words) => {
  const response = { status, url: request.url, headers: {}, data: {} }
  const error = toJobError(new RequestError('No', status, { request, response }))
  expect(explained(error)).toMatch(words)
})

test('a connection that fails', () => {
  const error = toJobError(new RequestError('connect ECONNREFUSED', 500, { request }))
  expect(explained(error)).toBe('GitHub cannot be reached at https://api.github.com. (connect ECONNREFUSED)')
})

test('what has words of its own is left as it is', () => {
  expect(explained(new RetryableError('So many issues were created that GitHub would refuse more.'))).toBe(
    'So many issues were created that GitHub would refuse more.',
  )
})
