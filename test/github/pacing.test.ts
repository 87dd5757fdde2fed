import { describe, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { GITHUB_PACE, NO_HURRY_NEEDED, paceOfShare, type Pace } from '../../src/github/pace.ts'
import { paceWrites } from '../../src/github/pacing.ts'

interface Observed {
  octokit: Octokit
  installation: (id: number) => Octokit
  /** When each request came, in seconds. */
  seconds: number[]
  /** What GitHub answers to the next requests; after that, all is well. */
  answers: (() => Response)[]
  /** Lets seconds pass. */
  pass: (seconds: number) => void
}

/** A clock that jumps over every wait, and a GitHub that notes when each request came. */
const observed = (pace: Pace): Observed => {
  let now = 0
  const seconds: number[] = []
  const answers: (() => Response)[] = []
  const time = {
    now: () => now,
    wait: (milliseconds: number) => {
      now += milliseconds
      return Promise.resolve()
    },
  }
  const fetch = (): Promise<Response> => {
    seconds.push(now / 1000)
    return Promise.resolve(answers.shift()?.() ?? Response.json({}))
  }
  const Paced = Octokit.plugin(paceWrites(pace, time) as never)
  const installation = (id: number): Octokit =>
    new Paced({ request: { fetch }, throttle: { id: String(id) } } as object)
  return {
    octokit: installation(1),
    installation,
    seconds,
    answers,
    pass: (passed) => {
      now += passed * 1000
    },
  }
}

const ISSUES = 'POST /repos/acme/shop/issues'
const COMMENT = 'PATCH /repos/acme/shop/issues/comments/1'
const PATIENT = { ...GITHUB_PACE, longestWaitMs: Infinity }
const shareOfTwo = { ...paceOfShare(2 * GITHUB_PACE.intervalMs), longestWaitMs: Infinity }

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

test('two processes that share an installation keep the limits together', async () => {
  const sent: number[] = []
  for (const { octokit, seconds } of [observed(shareOfTwo), observed(shareOfTwo)]) {
    await Promise.all(Array.from({ length: 500 }, () => octokit.request(ISSUES)))
    sent.push(...seconds)
  }
  expect(most(sent, 60)).toBeLessThan(80)
  expect(most(sent, 3600)).toBeLessThan(500)
})

describe('where GitHub has refused a request for a limit', () => {
  const refusal = (): Response =>
    Response.json(
      { message: 'You have exceeded a secondary rate limit.' },
      { status: 403, headers: { 'retry-after': '900' } },
    )

  test('nothing is sent before the time that GitHub named, reads neither', async () => {
    const { octokit, seconds, answers, pass } = observed(GITHUB_PACE)
    answers.push(refusal)
    await expect(octokit.request(ISSUES)).rejects.toMatchObject({ status: 403 })
    pass(300)
    for (const request of [COMMENT, 'GET /repos/acme/shop/issues'])
      await expect(octokit.request(request)).rejects.toMatchObject({ retryAfterSeconds: 600 })
    pass(600)
    await octokit.request(COMMENT)
    expect(seconds).toEqual([0, 900])
  })

  test('creations go on evenly after it, since others have used up what is allowed', async () => {
    const { octokit, seconds, answers, pass } = observed(GITHUB_PACE)
    answers.push(refusal)
    await expect(octokit.request(ISSUES)).rejects.toMatchObject({ status: 403 })
    pass(900)
    for (let count = 0; count < 3; count++) await octokit.request(ISSUES)
    expect(seconds).toEqual([0, 908, 916, 924])
  })

  test('a short time is waited out in place', async () => {
    const { octokit, seconds, answers, pass } = observed(GITHUB_PACE)
    answers.push(refusal)
    await expect(octokit.request(ISSUES)).rejects.toMatchObject({ status: 403 })
    pass(840)
    await octokit.request('GET /repos/acme/shop/issues')
    expect(seconds).toEqual([0, 900])
  })

  test('other installations go on', async () => {
    const { installation, seconds, answers } = observed(GITHUB_PACE)
    answers.push(refusal)
    await expect(installation(1).request(ISSUES)).rejects.toMatchObject({ status: 403 })
    await installation(2).request(ISSUES)
    await expect(installation(1).request(ISSUES)).rejects.toMatchObject({ name: 'RetryableError' })
    expect(seconds).toEqual([0, 0])
  })
})
