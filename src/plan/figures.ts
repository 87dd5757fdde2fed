import type { IsoDate } from '../postmortem/types.ts'
import { isDueSoon, isOverdue, isUnlisted } from './overdue.ts'
import { byAge } from './rollup.ts'
import type { TrackedIssue } from './types.ts'
import { addDays, dayIn, daysBetween, isoWeek, mondayOf, type IsoWeek } from './weeks.ts'

/** How a repository stands with its action items. Issues closed as duplicates count nowhere. */
export interface Figures {
  total: number
  open: number
  overdue: number
  dueSoon: number
  done: number
  wontDo: number
  /** The share of all items that ended, done or not: from 0 to 1; null without items. */
  closureRate: number | null
  /** Of the items that had a due date and are done, those done by that day. */
  onTime: { count: number; of: number }
  /** From the opening of an issue to its end as done, in days; half days where two are in the middle. */
  medianDaysToClose: number | null
  oldestOpen: TrackedIssue | null
  /** Open items at the end of each week: at most twelve weeks up to this one, or to that of the last end. */
  openByWeek: { week: IsoWeek; open: number }[]
}

/** Weeks that the chart shows. */
const WEEKS = 12

/** One issue with its days, as the clocks of the team's place count them. */
interface Lifetime {
  issue: TrackedIssue
  opened: IsoDate
  closed: IsoDate | null
}

/**
 * The figures from the issues' own dates. An issue that was reopened counts as open ever since it was opened: its
 * dates tell no more.
 *
 * @param issues those of action items, open and closed
 */
export const figuresOf = (issues: TrackedIssue[], now: Date, timeZone: string): Figures => {
  const dayOf = dayIn(timeZone)
  const today = dayOf(now)
  const lifetimes = issues.filter(countsAsItem).map((issue) => ({
    issue,
    opened: dayOf(new Date(issue.createdAt)),
    closed: issue.closedAt === null ? null : dayOf(new Date(issue.closedAt)),
  }))
  const open = lifetimes.filter(({ issue }) => issue.state === 'open')
  const wontDo = lifetimes.filter(({ issue }) => isWontDo(issue))
  const done = lifetimes.filter(({ issue }) => issue.state === 'closed' && !isWontDo(issue))
  const withDueDate = done.filter(({ issue, closed }) => issue.marker.due !== null && closed !== null)
  return {
    total: lifetimes.length,
    open: open.length,
    overdue: open.filter(({ issue }) => isOverdue(issue, today)).length,
    dueSoon: open.filter(({ issue }) => !isUnlisted(issue) && isDueSoon(issue.marker.due, today)).length,
    done: done.length,
    wontDo: wontDo.length,
    closureRate: lifetimes.length === 0 ? null : (done.length + wontDo.length) / lifetimes.length,
    onTime: {
      count: withDueDate.filter(({ issue, closed }) => (closed ?? '') <= (issue.marker.due ?? '')).length,
      of: withDueDate.length,
    },
    medianDaysToClose: median(
      done.flatMap(({ opened, closed }) => (closed === null ? [] : [daysBetween(opened, closed)])),
    ),
    oldestOpen:
      open
        .map(({ issue }) => issue)
        .toSorted(byAge)
        .at(0) ?? null,
    openByWeek: openByWeek(lifetimes, open.length > 0 ? today : lastEnd(lifetimes)),
  }
}

/** GitHub's `duplicate` is neither done nor open. */
export const countsAsItem = ({ state, stateReason }: TrackedIssue): boolean =>
  state === 'open' || stateReason !== 'duplicate'

export const isWontDo = ({ state, stateReason }: TrackedIssue): boolean =>
  state === 'closed' && stateReason === 'not_planned'

const lastEnd = (lifetimes: Lifetime[]): IsoDate | null =>
  lifetimes
    .flatMap(({ closed }) => closed ?? [])
    .toSorted()
    .at(-1) ?? null

const openByWeek = (lifetimes: Lifetime[], until: IsoDate | null): Figures['openByWeek'] => {
  const first = lifetimes.map(({ opened }) => opened).toSorted()[0]
  if (first === undefined || until === null) return []
  const lastMonday = mondayOf(until)
  return Array.from({ length: WEEKS }, (_, index) => addDays(lastMonday, 7 * (index + 1 - WEEKS)))
    .filter((monday) => monday >= mondayOf(first))
    .map((monday) => ({
      week: isoWeek(monday),
      open: lifetimes.filter((lifetime) => wasOpenAfter(lifetime, addDays(monday, 6))).length,
    }))
}

const wasOpenAfter = ({ opened, closed }: Lifetime, day: IsoDate): boolean =>
  opened <= day && (closed === null || closed > day)

const median = (values: number[]): number | null => {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)
  return middle.length === 0 ? null : middle.reduce((sum, value) => sum + value, 0) / middle.length
}
