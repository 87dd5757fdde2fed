import { blockContent, formatBlock, replaceBlock, sameBody } from './block.ts'
import { distinct, fingerprint } from './fingerprint.ts'
import type { ItemMarker, SourceLines } from './marker.ts'
import { commentOnce } from './comment-once.ts'
import { COMPARED_LENGTH, type Match } from './match.ts'
import type { IssueChanges, Operation, PostmortemFile, TrackedIssue, WishedItem } from './types.ts'

/** The due date that holds, and who set it. */
export type DueDate = Pick<ItemMarker, 'due' | 'dueBy'>

/** The texts of a plan, written by `src/render`. */
export interface IssueTexts {
  title: (wish: WishedItem) => string
  /** What the app's block in the issue says about the item. */
  content: (wish: WishedItem, at: { source: SourceLines } & DueDate) => string
  /** Stands above the content while the document does not list the item. */
  goneBanner: string
  goneComment: string
  duplicateBanner: (original: number) => string
}

export interface IssuePlanInput {
  file: PostmortemFile
  match: Match
  /** Unmatched items that need an issue of their own, in document order. */
  missing: WishedItem[]
  /** Identities that issues of this document have already, which none may be given again. */
  identities: string[]
  /** What happens to the issue of an item that leaves the document. */
  removed: 'keep' | 'close'
  texts: IssueTexts
}

/**
 * The writes that make the issues of one postmortem agree with its file. Planning again after they
 * are applied gives none.
 */
export const planIssues = (input: IssuePlanInput): Operation[] => [
  ...[...input.match.pairs]
    .toSorted(([left], [right]) => left.position - right.position)
    .flatMap(([wish, issue]) => planUpdate(wish, issue, input)),
  ...planCreations(input),
  ...input.match.unmatched.flatMap((issue) => planRemoval(issue, input)),
  ...input.match.duplicates.flatMap(({ issue, original }) => planDuplicate(issue, original, input)),
]

const planCreations = ({ file, missing, identities, texts }: IssuePlanInput): Operation[] => {
  const names = distinct(
    missing.map((wish) => wish.fingerprint),
    identities,
  )
  return missing.map((wish, index) => {
    const source = { commit: file.commit, line: wish.item.line, endLine: wish.item.endLine }
    const dueDate: DueDate = { due: wish.due, dueBy: 'document' }
    const marker: ItemMarker = {
      kind: 'item',
      repository: file.repository,
      pullRequest: file.pullRequest,
      item: names[index] ?? wish.fingerprint,
      duplicateOf: null,
      gone: 'no',
      ...recordOf(wish, texts.title(wish), file, source, dueDate),
    }
    return {
      kind: 'create-issue',
      title: texts.title(wish),
      body: formatBlock(marker, texts.content(wish, { source, ...dueDate })),
      labels: wish.labels,
      assignees: wish.assignees,
      reason: 'new item',
    }
  })
}

/** The part of a record that follows the document. */
const recordOf = (
  wish: WishedItem,
  title: string,
  file: PostmortemFile,
  source: SourceLines,
  dueDate: DueDate,
) => ({
  path: file.path,
  fingerprint: wish.fingerprint,
  text: wish.item.text.slice(0, COMPARED_LENGTH),
  position: wish.position,
  source,
  title: fingerprint(title),
  assignees: wish.assignees,
  priorityLabel: wish.priorityLabel,
  ...dueDate,
  dueText: wish.item.dueText,
  done: wish.item.done,
})

const planUpdate = (wish: WishedItem, issue: TrackedIssue, { file, texts }: IssuePlanInput): Operation[] => {
  const { marker } = issue
  const dueDate = keptDue(wish, marker)
  const title = texts.title(wish)
  const at = (source: SourceLines, position: number): { record: ItemMarker; body: string } => {
    const record: ItemMarker = {
      ...marker,
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
    const here = { commit: file.commit, line: wish.item.line, endLine: wish.item.endLine }
    changes.body = at(here, wish.position).body
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
  const readsTheSame = wish.item.dueText === marker.dueText
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
  const retitledByAPerson = fingerprint(issue.title) !== issue.marker.title
  const sameTitle = fingerprint(title) === issue.marker.title
  return retitledByAPerson || sameTitle ? {} : { title }
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

const planRemoval = (issue: TrackedIssue, { file, removed, texts }: IssuePlanInput): Operation[] => {
  if (issue.marker.gone !== 'no') return []
  const reason = 'item is no longer in the document'
  const closes = removed === 'close' && issue.state === 'open'
  const record: ItemMarker = { ...issue.marker, path: file.path, gone: closes ? 'closed' : 'kept' }
  const body = replaceBlock(issue.body, record, `${texts.goneBanner}\n\n${blockContent(issue.body) ?? ''}`)
  const closing: IssueChanges = closes ? { state: 'closed', stateReason: 'not_planned' } : {}
  const update: Operation = {
    kind: 'update-issue',
    number: issue.number,
    changes: { body, ...closing },
    reason,
  }
  if (issue.state === 'closed') return [update]
  // The comment first: a crash in between repeats it to no effect, the other order would lose it.
  const key = `gone since ${issue.marker.source.commit}`
  return [commentOnce(file, { number: issue.number }, key, texts.goneComment, reason), update]
}

const planDuplicate = (issue: TrackedIssue, original: number, { texts }: IssuePlanInput): Operation[] => {
  const record: ItemMarker = { ...issue.marker, duplicateOf: original }
  const content = `${texts.duplicateBanner(original)}\n\n${blockContent(issue.body) ?? ''}`
  const closing: IssueChanges = issue.state === 'open' ? { state: 'closed', stateReason: 'duplicate' } : {}
  return [
    {
      kind: 'update-issue',
      number: issue.number,
      changes: { body: replaceBlock(issue.body, record, content), ...closing },
      reason: `second issue of one item, which #${original} tracks`,
    },
  ]
}

/** Logins and label names are the same in any case. */
const includes = (names: string[], name: string): boolean =>
  names.some((other) => other.toLowerCase() === name.toLowerCase())

const sameSet = (left: string[], right: string[]): boolean =>
  left.length === right.length && left.every((name) => includes(right, name))
