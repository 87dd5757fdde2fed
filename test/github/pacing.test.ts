import { expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { GITHUB_PACE, NO_HURRY_NEEDED, paceWrites, type Pace } from '../../src/github/pacing.ts'

/** A clock that jumps over every wait, and a GitHub that notes when each request came, in seconds. */
const observed = (pace: Pace): { octokit: Octokit; seconds: number[] } => {
  let now = 0
  const seconds: number[] = []
  const time = {
    now: () => now,
    wait: (milliseconds: number) => {
      now += milliseconds
      return Promise.resolve()
    },
  }
  const answer = (): Promise<Response> => {
    seconds.push(now / 1000)
    return Promise.resolve(Response.json({}))
  }
  const Paced = Octokit.plugin(paceWrites(pace, time) as never)
  return { octokit: new Paced({ request: { fetch: answer } }), seconds }
}

const ISSUES = 'POST /repos/acme/shop/issues'
const COMMENT = 'PATCH /repos/acme/shop/issues/comments/1'
const PATIENT = { ...GITHUB_PACE, longestWaitMs: Infinity }

const most = (seconds: number[], span: number): number =>
  Math.max(...seconds.map((start) => seconds.filter((at) => at >= start && at < start + span).length))

test('writes go a second apart, reads at once', async () => {
  const { octokit, seconds } = observed(PATIENT)
  await octokit.request('GET /repos/acme/shop/issues')
  for (let count = 0; count < 3; count++) await octokit.request(COMMENT)
  await octokit.request('GET /repos/acme/shop/issues')
  expect(seconds).toEqual([0, 0, 1, 2, 2])
})

test('a thousand creations keep below 80 a minute and 500 an hour, in any minute and any hour', async () => {
  const { octokit, seconds } = observed(PATIENT)
  await Promise.all(Array.from({ length: 1000 }, () => octokit.request(ISSUES)))
  expect(seconds).toHaveLength(1000)
  expect(most(seconds, 1)).toBe(1)
  expect(most(seconds, 60)).toBeLessThan(80)
  expect(most(seconds, 3600)).toBeLessThan(500)
})

test('where an hour is used up, a creation is left to the queue, and changes go on', async () => {
  const { octokit, seconds } = observed(GITHUB_PACE)
  for (let count = 0; count < 450; count++) await octokit.request(ISSUES)
  await expect(octokit.request(ISSUES)).rejects.toMatchObject({
    name: 'RetryableError',
    retryAfterSeconds: 3600 - 449,
  })
  await octokit.request(COMMENT)
  expect(seconds).toHaveLength(451)
})

test('nothing is held up where there is no hurry needed', async () => {
  const { octokit, seconds } = observed(NO_HURRY_NEEDED)
  for (let count = 0; count < 600; count++) await octokit.request(ISSUES)
  expect(seconds.at(-1)).toBe(0)
})
