import type { ItemMarker } from '../../src/plan/marker.ts'
import type { TrackedIssue } from '../../src/plan/types.ts'

type Changes = Partial<Omit<TrackedIssue, 'marker'>> & { marker?: Partial<ItemMarker> }

/** An open issue of an action item, opened on Monday, 2 March 2026, of which a test changes what it is about. */
export const anActionItem = (number: number, { marker, ...changes }: Changes = {}): TrackedIssue => ({
  number,
  title: `Item ${number}`,
  body: '',
  state: 'open',
  stateReason: null,
  labels: [],
  assignees: [],
  createdAt: '2026-03-02T10:00:00Z',
  closedAt: null,
  url: `https://github.com/acme/shop/issues/${number}`,
  ...changes,
  marker: {
    kind: 'item',
    repository: 7,
    path: 'postmortems/checkout.md',
    pullRequest: 1,
    item: `item-${number}`,
    fingerprint: `item-${number}`,
    text: `Item ${number}`,
    position: number,
    source: { commit: '4f2a9c1', line: number, endLine: number },
    title: '',
    assignees: [],
    priorityLabel: null,
    due: null,
    dueText: null,
    dueBy: 'document',
    done: false,
    gone: 'no',
    duplicateOf: null,
    ...marker,
  },
})

/** The same, closed at a moment. */
export const aClosedItem = (
  number: number,
  closedAt: string,
  { stateReason = 'completed', ...changes }: Changes = {},
): TrackedIssue => anActionItem(number, { state: 'closed', stateReason, closedAt, ...changes })
