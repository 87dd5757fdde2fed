import { expect, test } from '@jest/globals'
import { scheduleProblem, startSchedule } from '../../src/server/schedule.ts'

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

test.each([
  ['UTC', '2027-03-27T00:00:00Z', '2027-03-29T09:00:00.000Z'],
  // Clocks go forward in Oslo on 28 March 2027 and back on 31 October.
  ['Europe/Oslo', '2027-03-20T00:00:00Z', '2027-03-22T08:00:00.000Z'],
  ['Europe/Oslo', '2027-03-27T00:00:00Z', '2027-03-29T07:00:00.000Z'],
  ['Europe/Oslo', '2027-10-30T00:00:00Z', '2027-11-01T08:00:00.000Z'],
  // Monday morning in Auckland is still Sunday in UTC.
  ['Pacific/Auckland', '2027-01-01T00:00:00Z', '2027-01-03T20:00:00.000Z'],
])('Monday at nine in %s, after %s', (timeZone, after, next) => {
  const schedule = startSchedule({
    pattern: '0 9 * * 1',
    timeZone,
    task: () => Promise.resolve(),
    log: quiet,
  })
  expect(schedule.next(new Date(after))?.toISOString()).toBe(next)
  schedule.stop()
})

test.each([
  ['0 9 * * 1', 'UTC', null],
  ['every Monday', 'UTC', expect.any(String)],
  ['0 9 * * 1', 'Mars/Olympus', expect.any(String)],
])('%j in %s', (pattern, timeZone, problem) => {
  expect(scheduleProblem(pattern, timeZone)).toEqual(problem)
})

/** The pattern of a weekly run that was due so many hours ago. */
const dueHoursAgo = (hours: number): string => {
  const due = new Date(Date.now() - hours * 3_600_000)
  return `${due.getUTCMinutes()} ${due.getUTCHours()} * * ${due.getUTCDay()}`
}

test.each([
  { hours: 3, runs: 1 },
  { hours: 23, runs: 1 },
  { hours: 25, runs: 0 },
  { hours: 100, runs: 0 },
])('a start $hours hours after the last run was due makes $runs runs', ({ hours, runs }) => {
  let made = 0
  const schedule = startSchedule({
    pattern: dueHoursAgo(hours),
    timeZone: 'UTC',
    task: () => {
      made++
      return Promise.resolve()
    },
    log: quiet,
  })
  schedule.stop()
  expect(made).toBe(runs)
})

test('a run that fails is logged, and tried again until it succeeds', async () => {
  const errors: string[] = []
  let runs = 0
  let succeed = (): void => undefined
  const success = new Promise<void>((resolve) => (succeed = resolve))
  const schedule = startSchedule({
    pattern: '* * * * * *',
    timeZone: 'UTC',
    task: () => {
      if (++runs < 3) return Promise.reject(new Error('GitHub is down'))
      succeed()
      return Promise.resolve()
    },
    log: { ...quiet, error: (_, message) => errors.push(message) },
    retryAfterMs: 1,
  })
  const alive = setTimeout(() => undefined, 10_000)
  await success
  clearTimeout(alive)
  schedule.stop()
  expect(errors).toEqual(Array(2).fill('The weekly job failed; it runs again in an hour'))
})
