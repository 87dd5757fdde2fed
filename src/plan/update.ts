import { replaceBlock, sameBody } from './block.ts'
import { fingerprint } from './fingerprint.ts'
import type { DueDate, IssuePlanInput } from './issue-plan.ts'
import type { ItemMarker, SourceLines } from './marker.ts'
import { includes, sameSet } from './names.ts'
import { deadlineAsWritten, isRetitled, linesOf, recordOf } from './record.ts'
import type { IssueChanges, Operation, TrackedIssue, WishedItem } from './types.ts'

/** Makes an issue say what its item says now, and leaves what people did to it. */
export const planUpdate = (
  wish: WishedItem,
  issue: TrackedIssue,
  { file, texts }: IssuePlanInput,
): Operation[] => {
  const { marker } = issue
  const dueDate = keptDue(wish, marker)
  const title = texts.title(wish)
  const at = (source: SourceLines, position: number): { record: ItemMarker; body: string } => {
    const record: ItemMarker = {
      ...marker,
      pullRequest: file.pullRequest ?? marker.pullRequest,
      gone: 'no',
      ...recordOf(wish, title, file, source, dueDate),
      position,
    }
    return { record, body: replaceBlock(issue.body, record, texts.content(wish, { source, ...dueDate })) }
  }
  // An item that only moved needs no write: its link points to the lines at the commit it was read from.
  const unmoved = at(marker.source, marker.position)
  const changes: IssueChanges = {
    ...titleChange(title, issue),
    ...stateChange(wish, issue),
    ...assigneeChange(wish, issue),
  }
  const labelChanges = planPriorityLabel(wish, issue)
  const reasons = changeReasons(marker, unmoved.record)
  if (!sameBody(unmoved.body, issue.body) || Object.keys(changes).length > 0) {
    changes.body = at(linesOf(wish, file), wish.position).body
  }
  if (Object.keys(changes).length === 0) return labelChanges
  return [
    ...labelChanges,
    {
      kind: 'update-issue',
      number: issue.number,
      changes,
      reason: reasons.join(', ') || 'issue text differs',
    },
  ]
}

/**
 * A deadline that still reads the same keeps the date it was resolved to when it was merged, or that a person set
 * with `/due` since then.
 */
const keptDue = (wish: WishedItem, marker: ItemMarker): DueDate => {
  const { due, dueBy } = marker
  const readsTheSame = deadlineAsWritten(wish) === marker.dueText
  if (dueBy === 'command' && readsTheSame) return { due, dueBy }
  const isKept = due !== null && readsTheSame && wish.priorityLabel === marker.priorityLabel
  return { due: isKept ? due : wish.due, dueBy: 'document' }
}

const changeReasons = (before: ItemMarker, after: ItemMarker): string[] => [
  ...(before.gone === 'no' ? [] : ['item is back in the document']),
  ...(before.path === after.path ? [] : ['file renamed']),
  ...(before.fingerprint === after.fingerprint ? [] : ['reworded']),
  ...(!before.done && after.done ? ['marked done in the document'] : []),
  ...(before.done && !after.done ? ['no longer marked done in the document'] : []),
  ...(before.due === after.due ? [] : ['due date changed']),
  ...(before.priorityLabel === after.priorityLabel ? [] : ['priority changed']),
  ...(sameSet(before.assignees, after.assignees) ? [] : ['owners changed']),
]

const titleChange = (title: string, issue: TrackedIssue): IssueChanges => {
  const sameTitle = fingerprint(title) === issue.marker.title
  return isRetitled(issue) || sameTitle ? {} : { title }
}

/** Done in the file closes once, so a person who reopens the issue wins; what the file took back opens again. */
const stateChange = (wish: WishedItem, { state, stateReason, marker }: TrackedIssue): IssueChanges => {
  if (wish.item.done) {
    return !marker.done && state === 'open' ? { state: 'closed', stateReason: 'completed' } : {}
  }
  const closedByTheFile =
    (marker.done && stateReason === 'completed') ||
    (marker.gone === 'closed' && stateReason === 'not_planned')
  return closedByTheFile && state === 'closed' ? { state: 'open', stateReason: 'reopened' } : {}
}

/** Follows the owners of the file without touching whom people assigned or unassigned. */
const assigneeChange = (wish: WishedItem, { assignees, marker }: TrackedIssue): IssueChanges => {
  const added = wish.assignees.filter(
    (login) => !includes(marker.assignees, login) && !includes(assignees, login),
  )
  const kept = assignees.filter(
    (login) => includes(wish.assignees, login) || !includes(marker.assignees, login),
  )
  return added.length === 0 && kept.length === assignees.length ? {} : { assignees: [...kept, ...added] }
}

const planPriorityLabel = (wish: WishedItem, { number, labels, marker }: TrackedIssue): Operation[] => {
  const { priorityLabel: before } = marker
  const { priorityLabel: after } = wish
  if (before === after) return []
  const reason = 'priority changed'
  return [
    ...(after !== null && !includes(labels, after)
      ? [{ kind: 'add-labels' as const, number, labels: [after], reason }]
      : []),
    ...(before !== null && includes(labels, before)
      ? [{ kind: 'remove-label' as const, number, label: before, reason }]
      : []),
  ]
}
