import { beforeEach, expect, test } from '@jest/globals'
import nock from 'nock'
import type { GitHub } from '../../src/jobs/ports.ts'
import { API, createNockedGitHub, HARBOUR, PATH, useNock } from './nocked.ts'

useNock()
let github: GitHub
beforeEach(() => {
  github = createNockedGitHub()
})

/** Every attempt at the labels gets the same answer; what comes back is the error of the last. */
const failureOf = async (
  status: number,
  body: object,
  headers: Record<string, string> = {},
): Promise<unknown> => {
  nock(API).get(`${PATH}/labels?per_page=100`).times(10).reply(status, body, headers)
  const error: unknown = await github.labels(HARBOUR).catch((error: unknown) => error)
  nock.cleanAll()
  return error
}

const REFUSED = { message: 'Resource not accessible by integration' }
const SECONDARY = { message: 'You have exceeded a secondary rate limit.' }

test.each<[string, number, object, Record<string, string>, object]>([
  ['a server error', 502, {}, {}, { name: 'RetryableError', retryAfterSeconds: null }],
  ['maintenance', 503, {}, { 'retry-after': '30' }, { name: 'RetryableError', retryAfterSeconds: 30 }],
  ['an expired token', 401, { message: 'Bad credentials' }, {}, { name: 'RetryableError' }],
  [
    'a secondary limit',
    403,
    SECONDARY,
    { 'retry-after': '60' },
    { name: 'RetryableError', retryAfterSeconds: 60 },
  ],
  ['a secondary limit without a time', 403, SECONDARY, {}, { name: 'RetryableError', retryAfterSeconds: 60 }],
  ['too many requests', 429, {}, { 'retry-after': '5' }, { name: 'RetryableError', retryAfterSeconds: 5 }],
  [
    'the hourly limit',
    403,
    { message: 'API rate limit exceeded' },
    {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1794484860',
      date: new Date(1_794_484_800_000).toUTCString(),
    },
    { name: 'RetryableError', retryAfterSeconds: 60 },
  ],
  ['a missing permission', 403, REFUSED, {}, { name: 'PermissionError' }],
  [
    'a missing permission that GitHub names',
    403,
    REFUSED,
    { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
    { name: 'PermissionError', permission: 'issues=write; pull_requests=write' },
  ],
  [
    'a locked conversation',
    403,
    { message: 'Unable to create comment because issue is locked.' },
    { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
    { name: 'ClosedConversationError' },
  ],
  [
    'a conversation that is too long',
    403,
    { message: 'Commenting is disabled on issues with more than 2500 comments' },
    {},
    { name: 'ClosedConversationError' },
  ],
  ['nothing there', 404, { message: 'Not Found' }, {}, { name: 'NotFoundError' }],
  ['issues turned off', 410, { message: 'Issues are disabled' }, {}, { name: 'NotFoundError' }],
  ['a wrong request', 422, { message: 'Validation Failed' }, {}, { name: 'PermanentError' }],
])('%s (%d)', async (_, status, body, headers, expected) => {
  expect(await failureOf(status, body, headers)).toMatchObject(expected)
})

test('the message says what was asked and what GitHub answered, and holds no token', async () => {
  const error = await failureOf(403, REFUSED)
  expect(String(error)).toBe(
    'PermissionError: GET /repos/lakeside-cargo/harbour/labels: 403 Resource not accessible by integration',
  )
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('installation-token')
})

test('a dropped connection can be tried again', async () => {
  nock(API).get(`${PATH}/labels?per_page=100`).times(10).replyWithError(new Error('other side closed'))
  await expect(github.labels(HARBOUR)).rejects.toMatchObject({ name: 'RetryableError' })
  nock.cleanAll()
})

test('a short outage is not noticed', async () => {
  nock(API)
    .get(`${PATH}/labels?per_page=100`)
    .reply(502)
    .get(`${PATH}/labels?per_page=100`)
    .reply(200, [{ name: 'bug' }])
  expect(await github.labels(HARBOUR)).toEqual(['bug'])
})
