import { describe, expect, test } from '@jest/globals'
import type { ApiRequest } from '../../src/local-github/api.ts'
import { createRateLimits, documentedLimits } from '../../src/local-github/rate-limits.ts'

const request = (call: string, body?: unknown): ApiRequest => {
  const [method = '', path = ''] = call.split(' ')
  return { method, path, query: new URLSearchParams(), body }
}
const createIssue = request('POST /repos/acme/shop/issues')
const readIssue = request('GET /repos/acme/shop/issues/1')
const mutate = request('POST /graphql', { query: 'mutation { x }' })
const addLabel = request('POST /repos/acme/shop/issues/1/labels')

const start = Date.parse('2026-03-02T09:00:00Z')

/** How many of these requests pass when one is sent every so many seconds, and the first refusal. */
const send = (what: ApiRequest, count: number, everySeconds: number) => {
  let seconds = 0
  const limits = createRateLimits(documentedLimits, () => new Date(start + seconds * 1000))
  let passed = 0
  for (let sent = 0; sent < count; sent++, seconds += everySeconds) {
    const refusal = limits.admit(what, 'bot')
    if (refusal) return { passed, status: refusal.status, headers: refusal.headers }
    passed++
  }
  return { passed }
}

describe('documented limits', () => {
  test.each([
    ['80 creations a minute', createIssue, 0.1, { passed: 80, headers: { 'retry-after': '52' } }],
    ['500 creations an hour', createIssue, 1, { passed: 500, headers: { 'retry-after': '3100' } }],
    ['900 points a minute, five for a write', addLabel, 0, { passed: 180, headers: { 'retry-after': '60' } }],
    ['900 points a minute, one for a read', readIssue, 0, { passed: 900 }],
    ['5,000 requests an hour', readIssue, 0.1, { passed: 5000, headers: { 'x-ratelimit-remaining': '0' } }],
    ['2,000 points a minute of GraphQL, five for a mutation', mutate, 0, { passed: 400 }],
  ])('%s', (_, what, everySeconds, expected) => {
    expect(send(what, 6000, everySeconds)).toMatchObject({ status: 403, ...expected })
  })

  test('a creation every eight seconds is never refused', () => {
    expect(send(createIssue, 1000, 8)).toEqual({ passed: 1000 })
  })

  test('the primary limit begins anew as a whole', () => {
    let seconds = 0
    const limits = createRateLimits(
      { ...documentedLimits, requestsPerHour: 3 },
      () => new Date(start + seconds * 1000),
    )
    const passes = (): boolean => limits.admit(readIssue, 'bot') === null
    const sent = [0, 1000, 2000, 3000, 3600, 3600, 3600, 3600].map((at) => {
      seconds = at
      return passes()
    })
    expect(sent).toEqual([true, true, true, false, true, true, true, false])
  })

  test('one actor does not use up the limit of another', () => {
    const limits = createRateLimits({ ...documentedLimits, creationsPerMinute: 1 }, () => new Date(start))

    expect(limits.admit(createIssue, 'one')).toBeNull()
    expect(limits.admit(createIssue, 'two')).toBeNull()
    expect(limits.admit(createIssue, 'one')?.body).toMatchObject({
      message: expect.stringContaining('secondary'),
    })
  })
})

test('without limits requests are counted, and never refused', () => {
  const limits = createRateLimits(null, () => new Date(start))
  for (let sent = 0; sent < 6000; sent++) expect(limits.admit(readIssue, 'bot')).toBeNull()

  const { headers } = limits.stamp({ status: 200, headers: {} }, 'bot')

  expect(headers).toMatchObject({ 'x-ratelimit-used': '6000', 'x-ratelimit-remaining': '1' })
})
