import { expect, test } from '@jest/globals'
import { isOverdue, wronglyLabelled } from '../../src/plan/overdue.ts'
import { aClosedItem, anActionItem } from './action-items.ts'

const TODAY = '2026-03-16'

test.each([
  ['due yesterday', anActionItem(1, { marker: { due: '2026-03-15' } }), true],
  ['due today', anActionItem(1, { marker: { due: TODAY } }), false],
  ['due tomorrow', anActionItem(1, { marker: { due: '2026-03-17' } }), false],
  ['without a due date', anActionItem(1), false],
  [
    'that its document no longer lists',
    anActionItem(1, { marker: { due: '2026-03-15', gone: 'kept' } }),
    false,
  ],
  ['closed late', aClosedItem(1, '2026-03-16T09:00:00Z', { marker: { due: '2026-03-15' } }), false],
])('an item %s is overdue: %s', (_, issue, overdue) => {
  expect(isOverdue(issue, TODAY)).toBe(overdue)
})

test('the label is wanted on overdue issues and on no others, however it is written', () => {
  const late = { marker: { due: '2026-03-01' } }
  const issues = [
    anActionItem(1, late),
    anActionItem(2, { ...late, labels: ['Overdue', 'postmortem'] }),
    anActionItem(3, { labels: ['overdue'] }),
    anActionItem(4),
    aClosedItem(5, '2026-03-10T09:00:00Z', { ...late, labels: ['overdue'] }),
  ]
  const { add, remove } = wronglyLabelled(issues, 'overdue', TODAY)
  expect(add.map(({ number }) => number)).toEqual([1])
  expect(remove.map(({ number }) => number)).toEqual([3, 5])
})
