import { fingerprint } from './fingerprint.ts'
import type { DueDate } from './issue-plan.ts'
import type { ItemMarker, SourceLines } from './marker.ts'
import { COMPARED_LENGTH } from './match.ts'
import type { PostmortemFile, TrackedIssue, WishedItem } from './types.ts'

/** Where an item stands in its file now. */
export const linesOf = ({ item }: WishedItem, { commit }: PostmortemFile): SourceLines => ({
  commit,
  line: item.line,
  endLine: item.endLine,
})

/** A body has room for no more: a deadline can be as long as the document likes. */
const LONGEST_DEADLINE = 200

/** The deadline as a record keeps it. */
export const deadlineAsWritten = ({ item }: WishedItem): string | null =>
  item.dueText?.slice(0, LONGEST_DEADLINE) ?? null

/** Whether a person gave an issue another title than the app. */
export const isRetitled = ({ title, marker }: TrackedIssue): boolean => fingerprint(title) !== marker.title

/**
 * The part of an issue's record that follows the document.
 *
 * @param title the title that the app would write
 */
export const recordOf = (
  wish: WishedItem,
  title: string,
  file: PostmortemFile,
  source: SourceLines,
  dueDate: DueDate,
): Omit<ItemMarker, 'kind' | 'repository' | 'pullRequest' | 'item' | 'gone' | 'duplicateOf'> => ({
  path: file.path,
  fingerprint: wish.fingerprint,
  text: wish.item.text.slice(0, COMPARED_LENGTH),
  position: wish.position,
  source,
  title: fingerprint(title),
  assignees: wish.assignees,
  priorityLabel: wish.priorityLabel,
  ...dueDate,
  dueText: deadlineAsWritten(wish),
  done: wish.item.done,
})
