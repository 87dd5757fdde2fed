import type { StatusRow, StatusView } from '../../src/plan/status.ts'
import type { ActionItem } from '../../src/postmortem/types.ts'
import { anItem as anyItem } from '../postmortem/an-item.ts'
import type { IssueContentInput } from '../../src/render/issue-content.ts'

/** Small inputs with sensible values, of which a test changes what it is about. */

const repositoryUrl = 'https://github.com/acme/shop'

export const anItem = (changes: Partial<ActionItem> = {}): ActionItem =>
  anyItem('Alert when the replica lags more than 30 seconds behind.', {
    title: 'Alert when the replica lags more than 30 seconds behind',
    line: 31,
    endLine: 31,
    ...changes,
  })

export const anIssue = (changes: Partial<IssueContentInput> = {}): IssueContentInput => ({
  item: anItem(),
  due: null,
  dueBy: 'document',
  postmortem: {
    title: 'Checkout slow after failover',
    incidentDate: '2026-03-02',
    severity: 'SEV-2',
    path: 'docs/postmortems/2026-03-02 checkout.md',
  },
  source: { commit: '4f2a9c1', line: 31, endLine: 31 },
  repositoryUrl,
  pullRequest: 42,
  assigned: [],
  unassignable: [],
  ...changes,
})

export const aRow = (changes: Partial<StatusRow> = {}): StatusRow => ({
  title: 'Alert when the replica lags',
  issue: { reference: '#101', url: `${repositoryUrl}/issues/101` },
  tickets: [],
  owners: [{ name: 'alice', assigned: true }],
  due: '2026-04-01',
  dueText: null,
  state: 'open',
  daysOverdue: 0,
  ...changes,
})

export const aStatus = (changes: Partial<StatusView> = {}): StatusView => ({
  title: 'Checkout slow after failover',
  path: 'docs/postmortems/checkout.md',
  fileUrl: `${repositoryUrl}/blob/4f2a9c1/docs/postmortems/checkout.md`,
  progress: { done: 0, total: 1, wontDo: 0, open: 1, overdue: 0 },
  rows: [aRow()],
  notFiled: [],
  finishedAfterDays: null,
  problems: [],
  ...changes,
})
