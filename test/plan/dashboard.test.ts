import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DASHBOARD_TITLE, dashboardView, planDashboard } from '../../src/plan/dashboard.ts'
import { formatMarker } from '../../src/plan/marker.ts'
import type { Issue, TrackedIssue } from '../../src/plan/types.ts'
import { aClosedItem, anActionItem } from './action-items.ts'

const NOW = new Date('2026-03-25T12:00:00Z')
const view = (issues: TrackedIssue[]) => dashboardView(issues, NOW, 'UTC')
const numbers = (issues: TrackedIssue[]): number[] => issues.map(({ number }) => number)

test('open items stand where they belong, the most urgent first', () => {
  const due = (day: string | null) => ({ marker: { due: day } })
  const gone = (day: string | null) => ({ marker: { due: day, gone: 'kept' as const } })
  const { overdue, dueSoon, dueLater, noDate, unlisted } = view([
    anActionItem(1, due('2026-04-02')),
    anActionItem(2, due('2026-04-01')),
    anActionItem(3, due('2026-03-25')),
    anActionItem(4, due('2026-03-24')),
    anActionItem(5, due('2026-01-24')),
    anActionItem(6, due(null)),
    aClosedItem(7, '2026-03-20T12:00:00Z', due('2026-03-01')),
    anActionItem(8, gone(null)),
    anActionItem(9, gone('2026-03-26')),
    anActionItem(10, gone('2026-03-01')),
    aClosedItem(11, '2026-03-20T12:00:00Z', gone('2026-03-01')),
  ])
  expect([overdue, dueSoon, dueLater, noDate, unlisted].map(numbers)).toEqual([
    [5, 4],
    [3, 2],
    [1],
    [6],
    [10, 9, 8],
  ])
})

test('owners and postmortems are counted, those in need first', () => {
  const checkout = { path: 'postmortems/checkout.md', pullRequest: 1 }
  const search = { path: 'postmortems/search.md', pullRequest: 8 }
  const { owners, postmortems } = view([
    anActionItem(2, { assignees: ['alice'], marker: checkout }),
    anActionItem(3, { assignees: ['alice', 'bob'], marker: { ...search, due: '2026-03-01' } }),
    anActionItem(4, { marker: checkout }),
    aClosedItem(5, '2026-03-20T12:00:00Z', { assignees: ['carol'], marker: search }),
    aClosedItem(6, '2026-03-20T12:00:00Z', { marker: { path: 'postmortems/over.md' } }),
    aClosedItem(7, '2026-03-20T12:00:00Z', { marker: search, stateReason: 'duplicate' }),
  ])
  expect(owners).toEqual([
    { login: 'alice', open: 2, overdue: 1 },
    { login: 'bob', open: 1, overdue: 1 },
    { login: null, open: 1, overdue: 0 },
  ])
  expect(postmortems).toEqual([
    { ...search, ended: 1, total: 2, open: 1, overdue: 1 },
    { ...checkout, ended: 0, total: 2, open: 2, overdue: 0 },
  ])
})

const day = fc
  .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-06-01') })
  .map((time) => new Date(time).toISOString())
const anyItem = fc
  .record({
    number: fc.nat(),
    closedAt: fc.option(day),
    due: fc.option(day.map((time) => time.slice(0, 10))),
    path: fc.constantFrom('a.md', 'b.md', 'c.md'),
    gone: fc.constantFrom('no' as const, 'kept' as const),
    assignees: fc.uniqueArray(fc.constantFrom('alice', 'bob', 'carol')),
  })
  .map(({ number, closedAt, assignees, ...marker }) =>
    closedAt === null
      ? anActionItem(number, { assignees, marker })
      : aClosedItem(number, closedAt, { assignees, marker }),
  )

test('every open item stands in one place, and the counts add up', () => {
  const sum = (lines: { open: number }[]): number => lines.reduce((total, { open }) => total + open, 0)
  fc.assert(
    fc.property(fc.uniqueArray(anyItem, { selector: ({ number }) => number }), (issues) => {
      const { figures, overdue, dueSoon, dueLater, noDate, unlisted, owners, postmortems } = view(issues)
      const listed = numbers([...overdue, ...dueSoon, ...dueLater, ...noDate, ...unlisted])
      expect(new Set(listed).size).toBe(listed.length)
      expect(listed).toHaveLength(figures.open)
      expect(overdue).toHaveLength(figures.overdue)
      expect(dueSoon).toHaveLength(figures.dueSoon)
      expect(sum(postmortems)).toBe(figures.open)
      expect(sum(owners)).toBeGreaterThanOrEqual(figures.open)
      expect(postmortems.every(({ ended, open, total }) => ended + open === total)).toBe(true)
    }),
  )
})

describe('the one write', () => {
  const TEXT = '**1 of 1 action item open**'
  const bodyOf = (lastWeekly: string | null): string =>
    `${formatMarker({ kind: 'dashboard', repository: 7, lastWeekly })}\n${TEXT}`
  const BODY = bodyOf(null)
  const dashboard = (number: number, changes: Partial<Issue> = {}): Issue => ({
    ...anActionItem(number),
    title: DASHBOARD_TITLE,
    body: BODY,
    ...changes,
  })
  const plan = (existing: Issue[], hasItems = true, weekly: string | null = null) =>
    planDashboard({ repository: 7, existing, text: TEXT, labels: ['postmortem'], hasItems, weekly })

  test('opens it with the first action item', () => {
    expect(plan([])).toMatchObject([{ kind: 'create-issue', title: DASHBOARD_TITLE, body: BODY }])
    expect(plan([], false)).toEqual([])
  })

  test.each<[string, Partial<Issue>, object[]]>([
    ['nothing changed', {}, []],
    ['a browser changed its line ends', { body: BODY.replaceAll('\n', '\r\n') }, []],
    ['people renamed and labelled it', { title: 'Ours', labels: ['pinned'] }, []],
    ['the facts changed', { body: 'Before' }, [{ changes: { body: BODY } }]],
    ['somebody emptied it', { body: '' }, [{ changes: { body: BODY } }]],
    [
      'somebody closed it',
      { state: 'closed', stateReason: 'completed' },
      [{ changes: { state: 'open', stateReason: 'reopened' } }],
    ],
    [
      'somebody closed and emptied it',
      { state: 'closed', stateReason: 'completed', body: '' },
      [{ changes: { body: BODY, state: 'open', stateReason: 'reopened' } }],
    ],
  ])('where %s', (_, changes, writes) => {
    expect(plan([dashboard(3, changes)])).toEqual(
      writes.map((write) => expect.objectContaining({ kind: 'update-issue', number: 3, ...write }) as object),
    )
  })

  test('remembers the last weekly job until the next one', () => {
    const first = plan([dashboard(3)], true, '2026-03-09')
    expect(first).toMatchObject([{ changes: { body: bodyOf('2026-03-09') } }])
    expect(plan([dashboard(3, { body: bodyOf('2026-03-09') })])).toEqual([])
  })

  test('leaves the older of two, and closes the other once', () => {
    expect(plan([dashboard(3), dashboard(9)])).toMatchObject([
      { number: 9, changes: { state: 'closed', stateReason: 'duplicate' } },
    ])
    expect(plan([dashboard(3), dashboard(9, { state: 'closed' })])).toEqual([])
  })
})
