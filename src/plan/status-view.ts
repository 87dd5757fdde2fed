import type { IsoDate } from '../postmortem/types.ts'
import { isUnlisted } from './overdue.ts'
import type { ItemState, Progress, StatusOwner, StatusRow, StatusView } from './status.ts'
import { isRetitled } from './record.ts'
import type { IssueReference, Tracking } from './tracking.ts'
import type { Issue, RepositoryName, TrackedIssue, WishedItem } from './types.ts'
import { sameRepository } from './references.ts'
import { daysBetween } from './weeks.ts'

export interface StatusInput {
  title: string
  path: string
  fileUrl: string
  /** The repository where issues go. */
  home: RepositoryName
  /** The repository where the status is shown: there `#12` is enough. */
  shownIn: RepositoryName
  /** Each item of the document and what follows it up, in document order. */
  tracking: ReadonlyMap<WishedItem, Tracking>
  /** Issues whose item the document does not list, or all of them where it cannot be read. */
  others: TrackedIssue[]
  today: IsoDate
  problems: string[]
}

/** The status of one postmortem from the facts. */
export const statusView = (input: StatusInput): StatusView => {
  const rows = [
    ...[...input.tracking].flatMap(([wish, tracking]) => rowsOf(wish, tracking, input)),
    ...input.others.map((issue) =>
      issueRow(issue.title, { ...input.home, number: issue.number }, issue, null, input),
    ),
  ]
  const progress = progressOf(rows)
  return {
    title: input.title,
    path: input.path,
    fileUrl: input.fileUrl,
    progress,
    rows,
    notFiled: [...input.tracking].flatMap(([{ item }, { kind }]) =>
      kind === 'not-filed' ? [{ title: item.title, reason: notFiledReason(item.kind) }] : [],
    ),
    finishedAfterDays: progress.open === 0 ? daysTaken(issuesOf(input)) : null,
    problems: input.problems,
  }
}

const rowsOf = (wish: WishedItem, tracking: Tracking, input: StatusInput): StatusRow[] => {
  const { title } = wish.item
  switch (tracking.kind) {
    case 'issue': {
      const { issue } = tracking
      const shown = isRetitled(issue) ? issue.title : title
      return [issueRow(shown, { ...input.home, number: issue.number }, issue, wish, input)]
    }
    case 'adopted':
    case 'moved':
      return [issueRow(title, tracking.reference, tracking.issue, wish, input)]
    case 'elsewhere':
      return [{ ...plainRow(wish, 'elsewhere'), tickets: tracking.tickets }]
    case 'deleted':
      return [plainRow(wish, 'deleted')]
    case 'done':
      return [plainRow(wish, 'done')]
    case 'missing':
      return [plainRow(wish, 'not-filed')]
    case 'not-filed':
      return []
  }
}

const plainRow = (wish: WishedItem, state: ItemState): StatusRow => ({
  title: wish.item.title,
  issue: null,
  tickets: [],
  owners: wish.owners.map(({ name }) => ({ name, assigned: false })),
  due: wish.due,
  dueText: wish.item.dueText,
  state,
  daysOverdue: 0,
})

const issueRow = (
  title: string,
  reference: IssueReference,
  issue: Issue | TrackedIssue,
  wish: WishedItem | null,
  { shownIn, today }: StatusInput,
): StatusRow => {
  const due = 'marker' in issue ? issue.marker.due : (wish?.due ?? null)
  const isGone = issue.state === 'open' && 'marker' in issue && isUnlisted(issue)
  const state = isGone ? 'gone' : stateOf(issue, due, today)
  const number = `#${issue.number}`
  return {
    title,
    issue: {
      reference: sameRepository(reference, shownIn)
        ? number
        : `${reference.owner}/${reference.repo}${number}`,
      url: issue.url,
    },
    tickets: [],
    owners: ownersOf(issue, wish),
    due,
    dueText: wish?.item.dueText ?? null,
    state,
    daysOverdue: state === 'overdue' && due !== null ? daysBetween(due, today) : 0,
  }
}

/**
 * GitHub's reasons for closing: `completed` is done, `not_planned` is won't do, `duplicate` is
 * neither done nor open.
 */
const stateOf = (issue: Issue, due: IsoDate | null, today: IsoDate): ItemState => {
  if (issue.state === 'open') return due !== null && due < today ? 'overdue' : 'open'
  if (issue.stateReason === 'not_planned') return 'wont-do'
  return issue.stateReason === 'duplicate' ? 'duplicate' : 'done'
}

const ownersOf = ({ assignees }: Issue, wish: WishedItem | null): StatusOwner[] => {
  const assigned = new Set(assignees.map((login) => login.toLowerCase()))
  const left = (wish?.owners ?? []).filter(
    ({ logins }) => !logins.some((login) => assigned.has(login.toLowerCase())),
  )
  return [
    ...assignees.map((name) => ({ name, assigned: true })),
    ...left.map(({ name }) => ({ name, assigned: false })),
  ]
}

const OPEN_STATES: ReadonlySet<ItemState> = new Set<ItemState>(['open', 'overdue', 'gone', 'not-filed'])

const progressOf = (rows: StatusRow[]): Progress => {
  const count = (matches: (state: ItemState) => boolean): number =>
    rows.filter(({ state }) => matches(state)).length
  const done = count((state) => state === 'done')
  const wontDo = count((state) => state === 'wont-do')
  const open = count((state) => OPEN_STATES.has(state))
  return {
    done,
    wontDo,
    open,
    total: done + wontDo + open,
    overdue: rows.filter(({ daysOverdue }) => daysOverdue > 0).length,
  }
}

const notFiledReason = (kind: WishedItem['item']['kind']): string =>
  kind === 'improvement' ? 'broad improvement, not a specific task' : 'the configuration files no tasks'

/** The issues that follow the items up, wherever they are. */
export const issuesOf = ({ tracking, others }: Pick<StatusInput, 'tracking' | 'others'>): Issue[] => [
  ...[...tracking.values()].flatMap((tracked) => ('issue' in tracked ? [tracked.issue] : [])),
  ...others,
]

/** Whole days from the opening of the app's first issue to the end of the last item; null without issues. */
const daysTaken = (issues: Issue[]): number | null => {
  const closings = issues.flatMap(({ closedAt }) => (closedAt === null ? [] : [Date.parse(closedAt)]))
  const openings = issues.flatMap((issue) => ('marker' in issue ? [Date.parse(issue.createdAt)] : []))
  if (closings.length === 0 || openings.length === 0) return null
  const start = Math.min(...openings)
  return Math.floor((Math.max(...closings) - start) / DAY)
}

const DAY = 24 * 60 * 60 * 1000
