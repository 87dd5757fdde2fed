import type { IsoDate } from '../postmortem/types.ts'
import { sameBody } from './block.ts'
import { countsAsItem, figuresOf, type Figures } from './figures.ts'
import { formatMarker, parseMarker } from './marker.ts'
import { isDueSoon, isOverdue, isUnlisted } from './overdue.ts'
import type { Issue, IssueChanges, Operation, TrackedIssue } from './types.ts'
import { dayIn } from './weeks.ts'

/** What the dashboard shows. All dates are absolute, so that it changes only when the facts do. */
export interface DashboardView {
  figures: Figures
  /** The day on which the issue of the oldest open item was opened. */
  oldestSince: IsoDate | null
  /** Open items, the most urgent first. */
  overdue: TrackedIssue[]
  dueSoon: TrackedIssue[]
  dueLater: TrackedIssue[]
  noDate: TrackedIssue[]
  /** Open issues whose items their documents no longer list. */
  unlisted: TrackedIssue[]
  /** Those with the most overdue items first, then with the most open ones; null stands for nobody. */
  owners: { login: string | null; open: number; overdue: number }[]
  /** Postmortems with open items, in the same order. */
  postmortems: PostmortemLine[]
}

export interface PostmortemLine {
  path: string
  pullRequest: number | null
  ended: number
  total: number
  open: number
  overdue: number
}

/**
 * The dashboard from the issues of all action items.
 *
 * @param issues open and closed, in any order
 */
export const dashboardView = (issues: TrackedIssue[], now: Date, timeZone: string): DashboardView => {
  const dayOf = dayIn(timeZone)
  const today = dayOf(now)
  const counted = issues.filter(countsAsItem)
  const open = counted.filter(({ state }) => state === 'open').toSorted(byUrgency)
  const figures = figuresOf(counted, now, timeZone)
  const listed = open.filter((issue) => !isUnlisted(issue))
  const overdue = listed.filter((issue) => isOverdue(issue, today))
  const dueSoon = listed.filter(({ marker }) => isDueSoon(marker.due, today))
  return {
    figures,
    oldestSince: figures.oldestOpen && dayOf(new Date(figures.oldestOpen.createdAt)),
    overdue,
    dueSoon,
    dueLater: listed.filter(
      (issue) => issue.marker.due !== null && ![...overdue, ...dueSoon].includes(issue),
    ),
    noDate: listed.filter(({ marker }) => marker.due === null),
    unlisted: open.filter(isUnlisted),
    owners: ownerLines(open, today),
    postmortems: postmortemLines(counted, today),
  }
}

/** The earliest due date first, those without at the end; then the older issue. */
const byUrgency = (left: TrackedIssue, right: TrackedIssue): number =>
  (left.marker.due ?? '9').localeCompare(right.marker.due ?? '9') || left.number - right.number

const ownerLines = (open: TrackedIssue[], today: IsoDate): DashboardView['owners'] => {
  const held = open.flatMap((issue) => {
    const logins = issue.assignees.length === 0 ? [null] : issue.assignees
    return logins.map((login) => ({ login, issue }))
  })
  return [...Map.groupBy(held, ({ login }) => login)]
    .map(([login, group]) => ({
      login,
      open: group.length,
      overdue: group.filter(({ issue }) => isOverdue(issue, today)).length,
    }))
    .toSorted((left, right) => byNeed(left, right) || (left.login ?? '').localeCompare(right.login ?? ''))
}

const postmortemLines = (issues: TrackedIssue[], today: IsoDate): PostmortemLine[] =>
  [...Map.groupBy(issues, ({ marker }) => marker.path)]
    .map(([path, group]) => {
      const open = group.filter(({ state }) => state === 'open')
      return {
        path,
        pullRequest: group.find(({ marker }) => marker.pullRequest !== null)?.marker.pullRequest ?? null,
        ended: group.length - open.length,
        total: group.length,
        open: open.length,
        overdue: open.filter((issue) => isOverdue(issue, today)).length,
      }
    })
    .filter(({ open }) => open > 0)
    .toSorted((left, right) => byNeed(left, right) || left.path.localeCompare(right.path))

const byNeed = (left: { open: number; overdue: number }, right: { open: number; overdue: number }): number =>
  right.overdue - left.overdue || right.open - left.open

export const DASHBOARD_TITLE = 'Postmortem action items'

export interface DashboardPlanInput {
  repository: number
  /** The app's dashboards in the repository, the oldest first; a crash can have left a second one. */
  existing: Issue[]
  /** The dashboard as Markdown. */
  text: string
  labels: string[]
  /** Whether there is anything to show; an empty dashboard is not opened. */
  hasItems: boolean
  /** The Monday of the weekly job that writes it; null where it is written in between. */
  weekly: IsoDate | null
}

/** The Monday of the last weekly job, as the dashboard remembers it; null where it does not. */
export const lastWeekly = ([dashboard]: Issue[]): IsoDate | null => {
  const record = parseMarker(dashboard?.body ?? '')
  return record?.kind === 'dashboard' ? record.lastWeekly : null
}

/**
 * Closes the dashboards that stand where no issues go any more: nothing would keep their numbers true.
 *
 * @param text what they show instead, as Markdown
 */
export const planFormerDashboards = (dashboards: Issue[], repository: number, text: string): Operation[] =>
  dashboards
    .filter(({ state }) => state === 'open')
    .map(({ number }) => ({
      kind: 'update-issue',
      number,
      changes: {
        body: `${formatMarker({ kind: 'dashboard', repository, lastWeekly: null })}\n${text}`,
        state: 'closed',
        stateReason: 'not_planned',
      },
      reason: 'issues go to another repository now',
    }))

/** The one write, or none, that makes the dashboard true. It is the app's as a whole, except for its title and labels. */
export const planDashboard = ({
  repository,
  existing,
  text,
  labels,
  hasItems,
  weekly,
}: DashboardPlanInput): Operation[] => {
  const [dashboard, ...others] = existing
  const record = { kind: 'dashboard' as const, repository, lastWeekly: weekly ?? lastWeekly(existing) }
  const body = `${formatMarker(record)}\n${text}`
  if (dashboard === undefined) {
    const reason = 'first action items of the repository'
    return hasItems
      ? [{ kind: 'create-issue', title: DASHBOARD_TITLE, body, labels, assignees: [], reason }]
      : []
  }
  const changes: IssueChanges = {
    ...(sameBody(dashboard.body, body) ? {} : { body }),
    ...(dashboard.state === 'closed' ? { state: 'open', stateReason: 'reopened' } : {}),
  }
  const update: Operation[] =
    Object.keys(changes).length === 0
      ? []
      : [{ kind: 'update-issue', number: dashboard.number, changes, reason: 'action items changed' }]
  const closings = others
    .filter(({ state }) => state === 'open')
    .map(({ number }): Operation => ({
      kind: 'update-issue',
      number,
      changes: { state: 'closed', stateReason: 'duplicate' },
      reason: `second dashboard, beside #${dashboard.number}`,
    }))
  return [...update, ...closings]
}
