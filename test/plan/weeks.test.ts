import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, dayIn, daysBetween, isoWeek, mondayOf, weekBefore } from '../../src/plan/weeks.ts'

test.each([
  ['2026-03-16', '2026-W12'],
  ['2026-03-22', '2026-W12'],
  ['2026-03-23', '2026-W13'],
  // Years of 52 and of 53 weeks, and days that belong to the year before or after.
  ['2024-12-29', '2024-W52'],
  ['2024-12-30', '2025-W01'],
  ['2025-12-28', '2025-W52'],
  ['2025-12-29', '2026-W01'],
  ['2026-12-27', '2026-W52'],
  ['2026-12-28', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2021-01-03', '2020-W53'],
  ['2023-01-01', '2022-W52'],
])('%s is in week %s', (day, week) => {
  expect(isoWeek(day)).toBe(week)
})

test('every week has seven days and begins on a Monday', () => {
  const days = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays('2000-01-01', count))
  fc.assert(
    fc.property(days, (day) => {
      const monday = mondayOf(day)
      const week = Array.from({ length: 7 }, (_, index) => isoWeek(addDays(monday, index)))
      expect(new Set(week)).toEqual(new Set([isoWeek(day)]))
      expect(isoWeek(addDays(monday, 7))).not.toBe(isoWeek(day))
      expect(isoWeek(addDays(monday, -1))).not.toBe(isoWeek(day))
    }),
  )
})

describe('the day of a moment depends on the place', () => {
  const moment = new Date('2026-12-27T23:30:00Z')
  test.each([
    ['UTC', '2026-12-27', '2026-W52'],
    ['Europe/Oslo', '2026-12-28', '2026-W53'],
    ['Pacific/Auckland', '2026-12-28', '2026-W53'],
    ['America/Los_Angeles', '2026-12-27', '2026-W52'],
    ['Asia/Kathmandu', '2026-12-28', '2026-W53'],
  ])('%s', (timeZone, day, week) => {
    expect(dayIn(timeZone)(moment)).toBe(day)
    expect(isoWeek(dayIn(timeZone)(moment))).toBe(week)
  })

  test('a place that is none is refused', () => {
    expect(() => dayIn('Mars/Olympus')).toThrow(RangeError)
  })
})

describe('a week ago, by the clocks of the place', () => {
  test.each([
    ['UTC', '2026-03-30T09:00:00Z', '2026-03-23T09:00:00.000Z'],
    // Daylight saving began in Oslo on 29 March and ends on 25 October; in New York on 8 March.
    ['Europe/Oslo', '2026-03-30T07:00:00Z', '2026-03-23T08:00:00.000Z'],
    ['Europe/Oslo', '2026-10-26T08:00:00Z', '2026-10-19T07:00:00.000Z'],
    ['America/New_York', '2026-03-09T13:00:00Z', '2026-03-02T14:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-30T09:00:00Z', '2026-03-23T09:00:00.000Z'],
  ])('%s, %s', (timeZone, now, then) => {
    expect(weekBefore(new Date(now), timeZone).toISOString()).toBe(then)
  })
})

test.each([
  ['2026-03-28', '2026-03-30', 2],
  ['2026-12-31', '2027-01-01', 1],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-03-30', '2026-03-28', -2],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days)
})
