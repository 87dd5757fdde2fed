import type { RollupView } from '../plan/rollup.ts'
import type { StatusOwner, StatusRow } from '../plan/status.ts'
import { addDays } from '../plan/weeks.ts'
import { truncate } from './clean.ts'
import { dayWords } from './days.ts'
import { progressBar, progressWords } from './progress.ts'
import { inline, label, link } from './text.ts'
import { counted, listed } from './words.ts'

/** Longer lists do not fit the screen of a phone; the status comment has everything. */
const maxLines = 5
const maxTitle = 90
/** The day that is given as an example where more time is needed. */
const MORE_DAYS = 14

/** What GitHub allows in a login, so that a mention is one and nothing else. */
const userName = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:_[a-z\d]+)?$/i

export interface RollupOptions {
  /** Whether the owners of overdue items are notified; nobody else ever is. */
  mentionsOwners: boolean
}

/** Writes the weekly comment of a postmortem with open items. */
export function renderRollup(view: RollupView, { mentionsOwners }: RollupOptions): string {
  const week = Number(view.week.slice(-2))
  const parts = [
    `### Week ${week}: ${progressWords(view.progress)}`,
    `${progressBar(view.progress)} Action items of ${link(truncate(view.title, 120), view.fileUrl)}`,
    section(
      'Overdue',
      view.overdue.map((row) => `${named(row)}: ${overdueWords(row)}, ${ownerWords(row, mentionsOwners)}`),
    ),
    moreTime(view),
    section(
      'Due in the next seven days',
      view.dueSoon.map((row) => `${named(row)}: ${dueWords(row, view.today)}, ${ownerWords(row, false)}`),
    ),
    section('In the last seven days', changes(view), 'Nothing was closed or added in the last seven days.'),
    oldest(view),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

const section = (title: string, lines: string[], nothing = ''): string => {
  if (lines.length === 0) return nothing
  const left = lines.length - maxLines
  // One line that says that there is one more would take the place of that one.
  const shown = left > 1 ? lines.slice(0, maxLines) : lines
  const more = lines.length - shown.length
  return [
    `**${title}**`,
    ...[...shown, ...(more > 0 ? [`and ${more} more`] : [])].map((line) => `- ${line}`),
  ].join('\n')
}

/** Who is reminded is told what to do, other than to be late in silence. */
const moreTime = ({ overdue, today }: RollupView): string =>
  overdue.length === 0
    ? ''
    : `Need more time? Comment \`/due ${addDays(today, MORE_DAYS)}\` on the issue to move its date.`

const named = ({ title, issue }: StatusRow): string => {
  const words = label(truncate(title, maxTitle))
  return issue === null ? words : `[${issue.reference}](${issue.url}) ${words}`
}

const overdueWords = ({ daysOverdue }: StatusRow): string => `${counted(daysOverdue, 'day')} late`

const dueWords = ({ due }: StatusRow, today: string): string => (due === null ? '' : dayWords(due, today))

const ownerWords = ({ owners }: StatusRow, mentions: boolean): string =>
  owners.length === 0 ? 'no owner yet' : listed(owners.slice(0, 3).map((owner) => ownerName(owner, mentions)))

const ownerName = ({ name, assigned }: StatusOwner, mentions: boolean): string =>
  mentions && assigned && userName.test(name) ? `@${name}` : inline(truncate(name, 40))

function changes({ done, wontDo, reopened, added }: RollupView): string[] {
  return [
    ...done.map((row) => `✅ ${named(row)}: done`),
    ...wontDo.map((row) => `➖ ${named(row)}: won’t be done`),
    ...reopened.map((row) => `↩️ ${named(row)}: reopened`),
    ...(added.length === 1 ? added.map((row) => `🆕 ${named(row)}: added`) : []),
    ...(added.length > 1 ? [`🆕 ${added.length} items added`] : []),
  ]
}

function oldest({ oldest, progress, overdue, dueSoon, added, reopened }: RollupView): string {
  if (oldest === null) return ''
  const { row, days } = oldest
  const isListed = [...overdue, ...dueSoon, ...added, ...reopened].includes(row)
  const item = isListed && row.issue !== null ? `[${row.issue.reference}](${row.issue.url})` : named(row)
  const which = progress.open === 1 ? 'The only open item' : 'The oldest open item'
  return `${which} is ${item}, open ${days === 0 ? 'since today' : `for ${counted(days, 'day')}`}.`
}
