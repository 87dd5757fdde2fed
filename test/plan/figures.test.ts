import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { figuresOf } from '../../src/plan/figures.ts'
import type { StateReason, TrackedIssue } from '../../src/plan/types.ts'
import { aClosedItem, anActionItem } from './action-items.ts'

const NOW = new Date('2026-03-25T12:00:00Z')
const figures = (issues: TrackedIssue[], timeZone = 'UTC') => figuresOf(issues, NOW, timeZone)

/** Six items, counted by hand below. */
const BOARD = [
  // Done in 3 days, on time.
  aClosedItem(1, '2026-03-05T09:00:00Z', { marker: { due: '2026-03-05' } }),
  // Done in 14 days, four days late.
  aClosedItem(2, '2026-03-16T09:00:00Z', { marker: { due: '2026-03-12' } }),
  // Done in 8 days, without a due date.
  aClosedItem(3, '2026-03-10T09:00:00Z'),
  aClosedItem(4, '2026-03-11T09:00:00Z', { stateReason: 'not_planned' }),
  // Neither done nor open.
  aClosedItem(5, '2026-03-11T09:00:00Z', { stateReason: 'duplicate' }),
  anActionItem(6, { marker: { due: '2026-03-24' } }),
  anActionItem(7, { marker: { due: '2026-04-01' }, createdAt: '2026-03-09T10:00:00Z' }),
  anActionItem(8, { marker: { due: '2026-04-02' } }),
]

test('the figures of a board agree with those counted by hand', () => {
  expect(figures(BOARD)).toEqual({
    total: 7,
    open: 3,
    overdue: 1,
    dueSoon: 1,
    done: 3,
    wontDo: 1,
    closureRate: 4 / 7,
    onTime: { count: 1, of: 2 },
    // 3, 8 and 14 days.
    medianDaysToClose: 8,
    oldestOpen: expect.objectContaining({ number: 6 }),
    openByWeek: [
      { week: '2026-W10', open: 5 },
      { week: '2026-W11', open: 4 },
      { week: '2026-W12', open: 3 },
      { week: '2026-W13', open: 3 },
    ],
  })
})

test('without items there is nothing to divide', () => {
  expect(figures([])).toMatchObject({
    total: 0,
    closureRate: null,
    onTime: { count: 0, of: 0 },
    medianDaysToClose: null,
    oldestOpen: null,
    openByWeek: [],
  })
})

test('of two in the middle, the median is between them', () => {
  const items = [3, 4, 10, 11].map((day, index) =>
    aClosedItem(index, `2026-03-${String(2 + day).padStart(2, '0')}T09:00:00Z`),
  )
  expect(figures(items).medianDaysToClose).toBe(7)
})

describe('a day ends when it ends where the team is', () => {
  // Half past midnight on the 6th in Oslo, still the 5th in UTC.
  const late = [aClosedItem(1, '2026-03-05T23:30:00Z', { marker: { due: '2026-03-05' } })]
  test.each([
    ['UTC', 1],
    ['America/New_York', 1],
    ['Europe/Oslo', 0],
  ])('%s', (timeZone, count) => {
    expect(figures(late, timeZone).onTime).toEqual({ count, of: 1 })
  })

  test('also when the hour is lost to daylight saving', () => {
    const item = anActionItem(1, { createdAt: '2026-03-28T22:30:00Z' })
    const closed = { ...item, state: 'closed' as const, closedAt: '2026-03-29T22:30:00Z' }
    // In Oslo: from 23:30 on the 28th to 00:30 on the 30th.
    expect(figuresOf([closed], new Date('2026-04-01T00:00:00Z'), 'Europe/Oslo').medianDaysToClose).toBe(2)
    expect(figuresOf([closed], new Date('2026-04-01T00:00:00Z'), 'UTC').medianDaysToClose).toBe(1)
  })
})

describe('the chart', () => {
  test('shows twelve weeks at most, over the turn of the year', () => {
    const { openByWeek } = figuresOf(
      [anActionItem(1, { createdAt: '2026-06-01T10:00:00Z' })],
      new Date('2027-01-06T12:00:00Z'),
      'UTC',
    )
    expect(openByWeek.map(({ week }) => week.slice(5))).toEqual([
      'W43',
      'W44',
      'W45',
      'W46',
      'W47',
      'W48',
      'W49',
      'W50',
      'W51',
      'W52',
      'W53',
      'W01',
    ])
  })

  test('ends with the last item, and then stays as it is', () => {
    const items = [aClosedItem(1, '2026-03-11T09:00:00Z')]
    const soon = figures(items).openByWeek
    expect(soon).toEqual([
      { week: '2026-W10', open: 1 },
      { week: '2026-W11', open: 0 },
    ])
    expect(figuresOf(items, new Date('2027-03-25T12:00:00Z'), 'UTC').openByWeek).toEqual(soon)
  })
})

const moment = fc
  .integer({ min: Date.parse('2025-06-01'), max: NOW.getTime() })
  .map((time) => new Date(time).toISOString())
const anyItem = fc
  .record({
    times: fc.tuple(moment, moment),
    isOpen: fc.boolean(),
    stateReason: fc.constantFrom<StateReason>('completed', 'not_planned', 'duplicate'),
    due: fc.option(moment.map((time) => time.slice(0, 10))),
  })
  .map(({ times, isOpen, stateReason, due }) => {
    const [createdAt = '', closedAt = ''] = times.toSorted()
    return isOpen
      ? anActionItem(1, { createdAt, marker: { due } })
      : aClosedItem(1, closedAt, { createdAt, stateReason, marker: { due } })
  })

test('whatever happened, shares are shares and counts add up', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Oslo', 'Pacific/Auckland', 'America/Los_Angeles')
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 30 }), zone, (issues, timeZone) => {
      const found = figures(issues, timeZone)
      const { total, open, done, wontDo, overdue, dueSoon, closureRate, onTime, medianDaysToClose } = found
      expect(done + wontDo + open).toBe(total)
      expect(done + wontDo).toBeLessThanOrEqual(total)
      expect(total).toBeLessThanOrEqual(issues.length)
      expect(overdue + dueSoon).toBeLessThanOrEqual(open)
      expect(closureRate === null).toBe(total === 0)
      expect(closureRate ?? 0).toBeGreaterThanOrEqual(0)
      expect(closureRate ?? 0).toBeLessThanOrEqual(1)
      expect(onTime.count).toBeLessThanOrEqual(onTime.of)
      expect(onTime.of).toBeLessThanOrEqual(done)
      expect(medianDaysToClose ?? 0).toBeGreaterThanOrEqual(0)
      expect(found.oldestOpen === null).toBe(open === 0)
      expect(found.openByWeek.length).toBeLessThanOrEqual(12)
      expect(found.openByWeek.every((week) => week.open >= 0 && week.open <= total)).toBe(true)
      expect(found.openByWeek.at(-1)?.open ?? 0).toBe(open)
    }),
  )
})
