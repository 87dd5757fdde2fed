import type { IsoDate } from '../postmortem/types.ts'
import type { Operation, TrackedIssue } from './types.ts'

export const isOverdue = ({ state, marker }: TrackedIssue, today: IsoDate): boolean =>
  state === 'open' && marker.due !== null && marker.due < today

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

/** Puts the label of overdue issues on those that are, and takes it off those that no longer are. */
export const planOverdueLabels = (issues: TrackedIssue[], label: string, today: IsoDate): Operation[] => {
  const { add, remove } = wronglyLabelled(issues, label, today)
  return [
    ...add.map(({ number }): Operation => ({
      kind: 'add-labels',
      number,
      labels: [label],
      reason: 'overdue',
    })),
    ...remove.map(({ number }): Operation => ({
      kind: 'remove-label',
      number,
      label,
      reason: 'no longer overdue',
    })),
  ]
}
