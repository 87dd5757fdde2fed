import type { IsoDate } from '../postmortem/types.ts'
import type { Operation, TrackedIssue, WishedItem } from './types.ts'
import { addDays } from './weeks.ts'

/** As many days ahead as the weekly comment and the dashboard look. */
const DAYS_AHEAD = 7

/** The document no longer lists the item: whatever day was named for it, it is late for nobody. */
export const isUnlisted = ({ marker }: TrackedIssue): boolean => marker.gone !== 'no'

export const isOverdue = (issue: TrackedIssue, today: IsoDate): boolean =>
  issue.state === 'open' && !isUnlisted(issue) && issue.marker.due !== null && issue.marker.due < today

/** Due today or in the days after that the app looks ahead. */
export const isDueSoon = (due: IsoDate | null, today: IsoDate): boolean =>
  due !== null && due >= today && due <= addDays(today, DAYS_AHEAD)

/** Issues that should carry the label but do not, and the other way round. */
export const wronglyLabelled = (
  issues: TrackedIssue[],
  label: string,
  today: IsoDate,
): { add: TrackedIssue[]; remove: TrackedIssue[] } => {
  const wanted = label.toLowerCase()
  const isLabelled = ({ labels }: TrackedIssue): boolean =>
    labels.some((name) => name.toLowerCase() === wanted)
  return {
    add: issues.filter((issue) => isOverdue(issue, today) && !isLabelled(issue)),
    remove: issues.filter((issue) => !isOverdue(issue, today) && isLabelled(issue)),
  }
}

/** Takes the label off issues that are no longer overdue: closed, due later, or of an item that left its document. */
export const planNoLongerOverdue = (issues: TrackedIssue[], label: string, today: IsoDate): Operation[] =>
  wronglyLabelled(issues, label, today).remove.map(({ number }) => ({
    kind: 'remove-label',
    number,
    label,
    reason: 'no longer overdue',
  }))

/** The item with the label of overdue issues, where its issue is overdue from the start. */
export const labelledIfLate = (wish: WishedItem, label: string, today: IsoDate): WishedItem =>
  wish.due !== null && wish.due < today ? { ...wish, labels: [...wish.labels, label] } : wish
