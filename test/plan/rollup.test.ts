import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { RollupMarker } from '../../src/plan/marker.ts'
import { rollupView, type RollupFacts } from '../../src/plan/rollup.ts'
import type { StatusRow } from '../../src/plan/status.ts'
import type { TrackedIssue } from '../../src/plan/types.ts'
import { aRow, aStatus } from '../render/examples.ts'
import { aClosedItem, anActionItem } from './action-items.ts'

const rowOf = (issue: TrackedIssue): StatusRow =>
  aRow({
    title: issue.title,
    issue: { reference: `#${issue.number}`, url: issue.url },
    due: issue.marker.due,
    state: issue.state === 'open' ? 'open' : 'done',
  })

/** The titles of what the note tells, on Monday, 30 March 2026, at nine in Oslo, where clocks went forward on Sunday. */
const told = (issues: TrackedIssue[], facts: Partial<RollupFacts> = {}): Record<string, string[]> => {
  const view = rollupView({
    status: aStatus({ rows: issues.map(rowOf) }),
    issues,
    previous: null,
    week: '2026-W14',
    now: new Date('2026-03-30T07:00:00Z'),
    timeZone: 'Europe/Oslo',
    ...facts,
  })
  const titles = (rows: StatusRow[]): string[] => rows.map(({ title }) => title)
  return {
    done: titles(view.done),
    dueSoon: titles(view.dueSoon),
    reopened: titles(view.reopened),
    oldest: view.oldest === null ? [] : [view.oldest.row.title, String(view.oldest.days)],
  }
}

test.each([
  ['2026-03-29', false],
  ['2026-03-30', true],
  ['2026-04-06', true],
  ['2026-04-07', false],
])('an item due on %s is due in the next seven days: %s', (due, isTold) => {
  expect(told([anActionItem(1, { marker: { due } })]).dueSoon).toEqual(isTold ? ['Item 1'] : [])
})

describe('the last seven days begin where the ones before ended, by the clocks of the place', () => {
  // The note of 23 March was written at 08:00 UTC, the one of 30 March at 07:00.
  test.each([
    ['2026-03-23T07:59:59Z', false],
    ['2026-03-23T08:00:00Z', true],
    ['2026-03-30T06:59:59Z', true],
  ])('closed at %s: %s', (closedAt, isTold) => {
    expect(told([aClosedItem(1, closedAt)]).done).toEqual(isTold ? ['Item 1'] : [])
  })
})

describe('after the note of last week', () => {
  const previous = (changes: Partial<RollupMarker>): RollupMarker => ({
    kind: 'rollup',
    repository: 7,
    path: 'a.md',
    issues: [1, 2, 3],
    week: '2026-W13',
    closed: [],
    at: null,
    ...changes,
  })

  // At nine, seven days before this one, it was 08:00 UTC.
  test.each([
    ['an hour earlier', '2026-03-23T07:00:00Z', '2026-03-23T07:00:00Z', true],
    ['an hour earlier', '2026-03-23T07:00:00Z', '2026-03-23T06:59:59Z', false],
    ['an hour later', '2026-03-23T09:00:00Z', '2026-03-23T08:00:00Z', true],
    ['three days earlier', '2026-03-20T08:00:00Z', '2026-03-23T07:59:59Z', false],
  ])('that was written %s, at %s, one closed at %s is told: %s', (_, at, closedAt, isTold) => {
    const { done } = told([aClosedItem(1, closedAt)], { previous: previous({ at }) })
    expect(done).toEqual(isTold ? ['Item 1'] : [])
  })

  test('an item that was closed then and is open now was reopened', () => {
    const issues = [anActionItem(1), anActionItem(2), aClosedItem(3, '2026-03-02T12:00:00Z')]
    expect(told(issues, { previous: previous({ closed: [2, 3] }) }).reopened).toEqual(['Item 2'])
  })
})

test('the oldest open item is the one opened first, counted in days of the calendar', () => {
  const issues = [
    aClosedItem(1, '2026-03-03T12:00:00Z', { createdAt: '2026-01-01T10:00:00Z' }),
    anActionItem(2, { createdAt: '2026-03-09T10:00:00Z' }),
    // Half past midnight on the 9th in Oslo.
    anActionItem(3, { createdAt: '2026-03-08T23:30:00Z' }),
  ]
  expect(told(issues).oldest).toEqual(['Item 3', '21'])
})

const moment = fc
  .integer({ min: Date.parse('2026-03-01'), max: Date.parse('2026-03-30T07:00:00Z') })
  .map((time) => new Date(time).toISOString())
const anyIssue = fc
  .record({
    number: fc.nat({ max: 50 }),
    times: fc.tuple(moment, moment),
    isOpen: fc.boolean(),
    due: fc.option(fc.constantFrom('2026-03-20', '2026-03-29', '2026-03-30', '2026-04-06', '2026-05-01')),
  })
  .map(({ number, times, isOpen, due }) => {
    const [createdAt = '', closedAt = ''] = times.toSorted()
    return isOpen
      ? anActionItem(number, { createdAt, marker: { due } })
      : aClosedItem(number, closedAt, { createdAt, marker: { due } })
  })

test('whatever happened, a note contradicts itself nowhere', () => {
  const issues = fc.uniqueArray(anyIssue, { selector: ({ number }) => number })
  fc.assert(
    fc.property(issues, (all) => {
      const note = told(all)
      const open = all.filter(({ state }) => state === 'open').map(({ title }) => title)
      expect(note['dueSoon']?.every((title) => open.includes(title))).toBe(true)
      expect(note['done']?.some((title) => open.includes(title))).toBe(false)
      expect(note['oldest']).toHaveLength(open.length === 0 ? 0 : 2)
      expect(open.length === 0 || open.includes(note['oldest']?.[0] ?? '')).toBe(true)
    }),
  )
})
