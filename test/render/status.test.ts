import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ItemState, StatusView } from '../../src/plan/status.ts'
import { renderStatus } from '../../src/render/status.ts'
import { anyText } from '../any-text.ts'
import { golden } from '../golden.ts'
import { attacks } from './attacks.ts'
import { aRow, aStatus } from './examples.ts'
import { dangers, tableWidths, visibleText } from './reading.ts'

const issue = (number: number): { reference: string; url: string } => ({
  reference: `#${number}`,
  url: `https://github.com/acme/shop/issues/${number}`,
})

const stories: Record<string, StatusView> = {
  'status-just-filed': aStatus({
    progress: { done: 0, total: 3, wontDo: 0, open: 3, overdue: 0 },
    rows: [
      aRow(),
      aRow({
        title: 'Write a runbook for failover',
        issue: issue(102),
        owners: [{ name: 'Dana Ito', assigned: false }],
        due: null,
        dueText: 'next sprint',
      }),
      aRow({ title: 'Rehearse the failover', issue: issue(103), owners: [], due: null }),
    ],
    notFiled: [
      { title: 'Improve monitoring', reason: 'a broad improvement; the document lists specific tasks' },
      { title: '[Action 3]', reason: 'a placeholder of the template' },
    ],
  }),
  'status-every-state': aStatus({
    progress: { done: 2, total: 7, wontDo: 1, open: 4, overdue: 1 },
    rows: [
      aRow({
        state: 'overdue',
        daysOverdue: 1,
        owners: [
          { name: 'alice', assigned: true },
          { name: 'Dana Ito', assigned: false },
        ],
      }),
      aRow({ title: 'Rehearse the failover', issue: issue(102) }),
      aRow({ title: 'Pin the driver version', issue: issue(103), state: 'done' }),
      aRow({
        title: 'Announce the window',
        issue: null,
        owners: [{ name: 'Dana Ito', assigned: false }],
        due: null,
        state: 'done',
      }),
      aRow({ title: 'Rewrite the proxy', issue: issue(104), state: 'wont-do' }),
      aRow({ title: 'Alert on the replica', issue: issue(105), state: 'duplicate' }),
      aRow({
        title: 'Buy support',
        issue: null,
        tickets: ['OPS-7', 'https://tickets.example.org/8'],
        state: 'elsewhere',
      }),
      aRow({
        title: 'Move the cron job',
        issue: { reference: 'acme/infra#9', url: 'https://github.com/acme/infra/issues/9' },
        state: 'gone',
      }),
      aRow({ title: 'Drop the old index', issue: issue(106), state: 'deleted' }),
      aRow({ title: 'Tune the pool', issue: null, state: 'not-filed' }),
    ],
    problems: [
      'Followthrough lacks the permission issues: write here.',
      'The file has 1.20 MB and was not read; the limit is 1 MB.',
    ],
  }),
  'status-finished': aStatus({
    progress: { done: 2, total: 2, wontDo: 0, open: 0, overdue: 0 },
    rows: [
      aRow({ state: 'done' }),
      aRow({ title: 'Rehearse the failover', issue: issue(102), state: 'done' }),
    ],
    finishedAfterDays: 12,
  }),
  'status-no-items': aStatus({ progress: { done: 0, total: 0, wontDo: 0, open: 0, overdue: 0 }, rows: [] }),
}

test.each(Object.entries(stories))('%s', (name, view) => {
  expect(dangers(renderStatus(view))).toEqual([])
  expect(renderStatus(view)).toBe(golden(`render/golden/${name}.md`, renderStatus(view)))
})

describe('progress', () => {
  test.each([
    [{ done: 0, total: 5, wontDo: 0, open: 5, overdue: 0 }, '**0 of 5 done** ░░░░░░░░░░'],
    [{ done: 1, total: 40, wontDo: 0, open: 39, overdue: 0 }, '**1 of 40 done** █░░░░░░░░░'],
    [{ done: 39, total: 40, wontDo: 0, open: 1, overdue: 1 }, '**39 of 40 done · 1 overdue** █████████░'],
    [{ done: 3, total: 5, wontDo: 2, open: 0, overdue: 0 }, '**3 of 5 done · 2 won’t be done** ██████▒▒▒▒'],
    [{ done: 0, total: 1, wontDo: 1, open: 0, overdue: 0 }, '**0 of 1 done · 1 won’t be done** ▒▒▒▒▒▒▒▒▒▒'],
    [
      { done: 1, total: 100, wontDo: 99, open: 0, overdue: 0 },
      '**1 of 100 done · 99 won’t be done** █▒▒▒▒▒▒▒▒▒',
    ],
  ])('%j', (progress, line) => {
    expect(renderStatus(aStatus({ progress })).split('\n')).toContain(line)
  })
})

describe('the end', () => {
  const over = { done: 1, total: 1, wontDo: 0, open: 0, overdue: 0 }
  test.each([
    [0, over, 'All action items are done. It took less than a day.'],
    [1, over, 'All action items are done. It took 1 day.'],
    [30, { ...over, done: 0, wontDo: 1 }, 'Nothing is left to do. It took 30 days.'],
  ])('after %i days', (finishedAfterDays, progress, sentence) => {
    expect(visibleText(renderStatus(aStatus({ finishedAfterDays, progress })))).toContain(sentence)
  })
})

describe('nothing to show', () => {
  const none = { rows: [], progress: { done: 0, total: 0, wontDo: 0, open: 0, overdue: 0 } }

  test('a file that was not read is not said to have no items', () => {
    expect(renderStatus(aStatus({ ...none, problems: ['The file is empty.'] }))).not.toContain(
      'No action items',
    )
  })

  test('what was left out is shown where nothing was filed', () => {
    const text = renderStatus(
      aStatus({ ...none, notFiled: [{ title: 'Improve docs', reason: 'too broad' }] }),
    )
    expect(text).toContain('lists nothing that became an issue')
    expect(text).toContain('- Improve docs: too broad')
  })
})

describe('owners that are not assigned', () => {
  const dana = { owners: [{ name: 'Dana', assigned: false }] }
  const owners = (state: ItemState): string => renderStatus(aStatus({ rows: [aRow({ ...dana, state })] }))

  test('are flagged on an open item', () => {
    expect(owners('open')).toContain('| Dana¹ |')
    expect(owners('open')).toContain('<sub>¹ Not assigned')
  })

  test('are not flagged when the item is settled', () => {
    expect(owners('done')).not.toContain('¹')
  })
})

describe('long documents', () => {
  const rows = (count: number, state: ItemState): StatusView['rows'] =>
    Array.from({ length: count }, (_, index) =>
      aRow({ title: `${state} item ${index} ${'with a long title '.repeat(8)}`, state }),
    )

  test('leave out settled items first and say how many', () => {
    const text = renderStatus(aStatus({ rows: [...rows(200, 'done'), ...rows(60, 'open')] }))
    const settled = text.match(/done item/g)?.length ?? 0
    expect(text.match(/open item/g)).toHaveLength(60)
    expect(settled).toBeGreaterThan(0)
    expect(text).toContain(`Not shown for lack of space: ${200 - settled} settled items.`)
    expect(text.length).toBeLessThan(60_000)
  })

  test('leave out open items only where they alone have no room', () => {
    const text = renderStatus(aStatus({ rows: [...rows(1, 'done'), ...rows(900, 'open')] }))
    expect(text).toMatch(/Not shown for lack of space: \d+ open items and 1 settled item\./)
    expect(text.length).toBeLessThan(60_000)
  })

  test('count what was not filed and what went wrong beyond the room for them', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `Line ${index}: unknown key.`)
    const text = renderStatus(
      aStatus({ problems: many, notFiled: many.map((title) => ({ title, reason: 'no task' })) }),
    )
    expect(text).toMatch(/^> And \d+ more problems\.$/m)
    expect(text).toMatch(/^- … and \d+ more\.$/m)
    expect(text.length).toBeLessThan(60_000)
  })
})

describe('hostile text', () => {
  test.each(Object.entries(attacks))('in every field: %s', (_, text) => {
    const row = aRow({
      title: text,
      tickets: [text],
      owners: [{ name: text, assigned: false }],
      due: null,
      dueText: text,
    })
    const status = renderStatus(
      aStatus({ title: text, rows: [row, row], notFiled: [{ title: text, reason: text }] }),
    )
    expect(dangers(status)).toEqual([])
    expect(tableWidths(status)).toEqual([[5, 5, 5]])
    expect(status).toMatch(/<\/details>$/)
  })

  test('a table keeps its rows and columns, whatever the items say', () => {
    const text = fc.oneof(anyText(), fc.constantFrom(...Object.values(attacks)))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const rows = texts.map((title) =>
          aRow({ title, owners: [{ name: title, assigned: true }], tickets: [title] }),
        )
        const status = renderStatus(aStatus({ rows }))
        expect(tableWidths(status)).toEqual([Array.from({ length: rows.length + 1 }, () => 5)])
        expect(dangers(status)).toEqual([])
        expect(status.length).toBeLessThan(60_000)
      }),
      { numRuns: 200 },
    )
  })
})
