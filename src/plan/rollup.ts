import type { RollupMarker } from './marker.ts'
import { isDueSoon } from './overdue.ts'
import type { Progress, StatusRow, StatusView } from './status.ts'
import type { Issue } from './types.ts'
import { dayIn, daysBetween, weekBefore, type IsoWeek } from './weeks.ts'

/** What the weekly comment of one postmortem tells. */
export interface RollupView {
  title: string
  fileUrl: string
  week: IsoWeek
  today: string
  progress: Progress
  /** The longest overdue first. */
  overdue: StatusRow[]
  /** Due today or in the seven days after; the next first. */
  dueSoon: StatusRow[]
  /** What happened in the last seven days, in document order. */
  done: StatusRow[]
  wontDo: StatusRow[]
  reopened: StatusRow[]
  added: StatusRow[]
  /** The open item whose issue is the oldest, and for how many whole days it is open. */
  oldest: { row: StatusRow; days: number } | null
}

export interface RollupFacts {
  status: StatusView
  /** The issues that follow the items up. */
  issues: Issue[]
  /** The record of the weekly comment before this one. */
  previous: RollupMarker | null
  week: IsoWeek
  now: Date
  timeZone: string
}

/** The weekly comment of one postmortem from the facts. */
export const rollupView = (facts: RollupFacts): RollupView => {
  const { status, previous, week, now, timeZone } = facts
  const dayOf = dayIn(timeZone)
  const today = dayOf(now)
  const since = beginningOfWeek(facts)
  const byUrl = new Map(facts.issues.map((issue) => [issue.url, issue]))
  const tracked = status.rows.flatMap((row) => {
    const issue = row.issue === null ? undefined : byUrl.get(row.issue.url)
    return issue === undefined ? [] : [{ row, issue }]
  })
  const rowsWhere = (holds: (issue: Issue, row: StatusRow) => boolean): StatusRow[] =>
    tracked.filter(({ row, issue }) => holds(issue, row)).map(({ row }) => row)
  const isRecent = (moment: string | null): boolean =>
    moment !== null && Date.parse(moment) >= since.getTime()
  const isOpen = ({ state }: Issue): boolean => state === 'open'
  const oldest = tracked
    .filter(({ issue }) => isOpen(issue))
    .toSorted((left, right) => byAge(left.issue, right.issue))
    .at(0)
  return {
    title: status.title,
    fileUrl: status.fileUrl,
    week,
    today,
    progress: status.progress,
    overdue: status.rows
      .filter(({ daysOverdue }) => daysOverdue > 0)
      .toSorted((left, right) => right.daysOverdue - left.daysOverdue),
    dueSoon: rowsWhere(
      (issue, { due, state }) => isOpen(issue) && state !== 'gone' && isDueSoon(due, today),
    ).toSorted((left, right) => (left.due ?? '').localeCompare(right.due ?? '')),
    done: rowsWhere((issue, { state }) => state === 'done' && isRecent(issue.closedAt)),
    wontDo: rowsWhere((issue, { state }) => state === 'wont-do' && isRecent(issue.closedAt)),
    // The record holds numbers of the app's own issues; one of another repository can have the same.
    reopened: rowsWhere(
      (issue) => isOpen(issue) && 'marker' in issue && previous?.closed.includes(issue.number) === true,
    ),
    added: rowsWhere((issue) => isRecent(issue.createdAt)),
    oldest: oldest
      ? { row: oldest.row, days: daysBetween(dayOf(new Date(oldest.issue.createdAt)), today) }
      : null,
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Seven days ago, or when the note of last week was written, if that was some hours before: where many repositories wait
 * for their turn, this week's note can be later than that one was, and what happened in between would never be told.
 */
const beginningOfWeek = ({ previous, now, timeZone }: RollupFacts): Date => {
  const sevenDaysAgo = weekBefore(now, timeZone)
  const written = previous?.at == null ? sevenDaysAgo : new Date(previous.at)
  const lead = sevenDaysAgo.getTime() - written.getTime()
  return lead > 0 && lead < DAY_MS ? written : sevenDaysAgo
}

/** The oldest first; of those opened in one second, the one with the lower number. */
export const byAge = (left: Issue, right: Issue): number =>
  left.createdAt.localeCompare(right.createdAt) || left.number - right.number
