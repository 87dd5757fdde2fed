import { describe, expect, test } from '@jest/globals'
import type { RollupView } from '../../src/plan/rollup.ts'
import { renderRollup } from '../../src/render/rollup.ts'
import { golden } from '../golden.ts'
import { attacks } from './attacks.ts'
import { aRow } from './examples.ts'
import { dangers } from './reading.ts'

const issue = (number: number): { reference: string; url: string } => ({
  reference: `#${number}`,
  url: `https://github.com/acme/shop/issues/${number}`,
})

const aRollup = (changes: Partial<RollupView> = {}): RollupView => ({
  title: 'Checkout slow after failover',
  fileUrl: 'https://github.com/acme/shop/blob/4f2a9c1/docs/postmortems/checkout.md',
  week: '2026-W13',
  today: '2026-03-23',
  progress: { done: 0, total: 1, wontDo: 0, open: 1, overdue: 0 },
  overdue: [],
  dueSoon: [],
  done: [],
  wontDo: [],
  reopened: [],
  added: [],
  oldest: { row: aRow(), days: 21 },
  ...changes,
})

const late = aRow({ daysOverdue: 1, state: 'overdue', owners: [{ name: 'alice', assigned: true }] })
const later = aRow({
  title: 'Rehearse the failover',
  issue: issue(102),
  daysOverdue: 12,
  state: 'overdue',
  owners: [
    { name: 'bob', assigned: true },
    { name: 'Dana Ito', assigned: false },
  ],
})
const today = aRow({ title: 'Write a runbook', issue: issue(103), due: '2026-03-23', owners: [] })
const thursday = aRow({ title: 'Pin the driver', issue: issue(104), due: '2026-03-26' })

const stories: Record<string, RollupView> = {
  'rollup-quiet': aRollup(),
  'rollup-busy': aRollup({
    progress: { done: 3, total: 9, wontDo: 1, open: 5, overdue: 2 },
    overdue: [later, late],
    dueSoon: [today, thursday],
    done: [aRow({ title: 'Alert on the error rate', issue: issue(105) })],
    wontDo: [aRow({ title: 'Rewrite the proxy', issue: issue(106) })],
    reopened: [late],
    added: [aRow({ title: 'Move the cron job', issue: { ...issue(9), reference: 'acme/infra#9' } })],
    oldest: { row: later, days: 90 },
  }),
}

test.each(Object.entries(stories))('%s', (name, view) => {
  const text = renderRollup(view, { mentionsOwners: true })
  expect(text).toBe(golden(`render/golden/${name}.md`, text))
})

describe('one and many', () => {
  test.each([
    [aRollup({ overdue: [late] }), 'Alert when the replica lags: 1 day late, @alice'],
    [aRollup({ overdue: [later] }), 'Rehearse the failover: 12 days late, @bob and Dana Ito'],
    [aRollup({ dueSoon: [today] }), 'Write a runbook: today, no owner yet'],
    [aRollup({ dueSoon: [aRow({ due: '2026-03-24' })] }), ': tomorrow, alice'],
    [aRollup({ dueSoon: [thursday] }), 'Pin the driver: Thursday 26 March, alice'],
    [aRollup({ added: [today, thursday] }), '- 🆕 2 items added'],
    [aRollup({ oldest: { row: aRow(), days: 1 } }), 'open for 1 day.'],
    [aRollup({ oldest: { row: aRow(), days: 0 } }), 'open since today.'],
    [aRollup(), 'The only open item is [#101]'],
    [aRollup({ progress: { done: 0, total: 2, wontDo: 0, open: 2, overdue: 0 } }), 'The oldest open item is'],
  ])('%#', (view, words) => {
    expect(renderRollup(view, { mentionsOwners: true })).toContain(words)
  })
})

test('of a long list, five are shown, and six where one more would be left', () => {
  const many = (count: number): string =>
    renderRollup(
      aRollup({
        overdue: Array.from({ length: count }, (_, index) => ({ ...late, title: `Item ${index}` })),
      }),
      { mentionsOwners: false },
    )
  expect(many(6)).not.toContain('- and')
  expect(many(7)).toContain('- and 2 more')
  expect(many(1_000).length).toBeLessThan(2_000)
})

describe('mentions', () => {
  const view = stories['rollup-busy'] ?? aRollup()
  test('go to assigned owners of overdue items', () => {
    expect(renderRollup(view, { mentionsOwners: true }).match(/@\w+/g)).toEqual(['@bob', '@alice'])
  })
  test('or to nobody', () => {
    expect(renderRollup(view, { mentionsOwners: false })).not.toMatch(/@\w/)
  })
  test('never to what is no login', () => {
    const owners = [
      { name: 'helper[bot]', assigned: true },
      { name: 'acme/everyone', assigned: true },
    ]
    expect(renderRollup(aRollup({ overdue: [{ ...late, owners }] }), { mentionsOwners: true })).not.toMatch(
      /@\w/,
    )
  })
})

test.each(Object.entries(attacks))('text of strangers does nothing: %s', (_, attack) => {
  const row = aRow({ title: attack, owners: [{ name: attack, assigned: false }] })
  const view = aRollup({
    title: attack,
    overdue: [row],
    dueSoon: [row],
    done: [row],
    oldest: { row, days: 2 },
  })
  expect(dangers(renderRollup(view, { mentionsOwners: true }))).toEqual([])
})
