import { expect, test } from '@jest/globals'
import { differByNote, readNoted } from '../../src/plan/noted.ts'

const differ = (left: string, right: string): boolean => differByNote(readNoted(left), readNoted(right))

test.each([
  ['Add an alert', 'Add an alert. It pages since release 4.2.'],
  ['Add an alert.', 'Add an  Alert: shipped in release 4.2'],
  ['Add an alert', 'Add an alert (shipped in release 4.2)'],
  ['Add an alert', 'Add an alert - shipped in release 4.2'],
  ['Add an alert', 'Add an alert — shipped in release 4.2'],
  ['Add an alert', 'Add an alert ✅ shipped in release 4.2'],
  ['添加支付告警', '添加支付告警。四月已上线'],
  ['添加支付告警', '添加支付告警（四月已上线）'],
])('%j is the task of %j', (task, noted) => {
  expect([differ(task, noted), differ(noted, task)]).toEqual([true, true])
})

test.each([
  ['Add an alert', 'Add an alert and a dashboard'],
  ['Add an alert', 'Add an alert, a dashboard and a runbook'],
  ['Add an alert', 'Add an alerting dashboard'],
  ['Add an alert', 'Add an alert-only mode'],
  ['Add an alert', 'Write a runbook. Add an alert'],
  ['...', '... and so on'],
])('%j may be other work than %j', (one, other) => {
  expect([differ(one, other), differ(other, one)]).toEqual([false, false])
})
