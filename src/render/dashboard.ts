import { parse } from 'node:path/posix'
import { isIndex } from '../config/paths.ts'
import type { DashboardView, PostmortemLine } from '../plan/dashboard.ts'
import type { Figures } from '../plan/figures.ts'
import type { TrackedIssue } from '../plan/types.ts'
import { openItemsChart } from './dashboard-chart.ts'
import { headedTable } from './headed-table.ts'
import { inline, link, tableCell } from './text.ts'
import { fileUrl } from './urls.ts'
import { counted } from './words.ts'

/** What the issue's body may hold, less than GitHub's 65,536, shared among the parts that can grow. */
const room = { items: 40_000, owners: 6_000, postmortems: 9_000 }

export interface DashboardOptions {
  /** The page of the repository. */
  repositoryUrl: string
  defaultBranch: string
}

/**
 * Writes the issue that shows all action items of a repository.
 *
 * @returns Markdown of at most 60,000 characters. Where items do not fit, the most urgent are shown.
 */
export function renderDashboard(view: DashboardView, options: DashboardOptions): string {
  const { figures } = view
  const parts = [
    summary(figures),
    figuresTable(view),
    openItemsChart(figures),
    ...itemSections(view),
    headedTable(
      'By owner',
      ['Owner', 'Open', 'Overdue'],
      view.owners.map(
        ({ login, open, overdue }) =>
          `${login === null ? 'nobody yet' : tableCell(login, 40)} | ${open} | ${overdue}`,
      ),
      room.owners,
    ),
    headedTable(
      'By postmortem',
      ['Postmortem', 'Closed', 'Open', 'Overdue'],
      view.postmortems.map((line) => postmortemLine(line, options)),
      room.postmortems,
    ),
    '<sub>Kept up to date by Followthrough from the issues that it opened; what is written here by hand is overwritten. ' +
      'Closed means done or won’t be done. On time means done by the due date, of those that had one.</sub>',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** What a dashboard shows that stands where no issues go any more. */
export const formerDashboard =
  'The issues of the postmortems here go to another repository now, as `issues.repository` in the configuration says, and the ' +
  'dashboard is there.'

function summary({ total, open, overdue, dueSoon }: Figures): string {
  if (total === 0) return 'No action items yet.'
  if (open === 0) {
    const all = total === 2 ? 'Both action items are' : `All ${total} action items are`
    return `**Nothing is open.** ${total === 1 ? 'The one action item is' : all} closed.`
  }
  const parts = [
    `**${open} of ${counted(total, 'action item')} open**`,
    overdue > 0 ? `${overdue} overdue` : 'none overdue',
    `${dueSoon > 0 ? dueSoon : 'none'} due in the next seven days`,
  ]
  return parts.join(' · ')
}

function figuresTable({ figures, oldestSince }: DashboardView): string {
  const { closureRate, done, wontDo, total, onTime, medianDaysToClose, oldestOpen } = figures
  if (closureRate === null) return ''
  const cells = [
    `${percent(closureRate)} (${done + wontDo} of ${total})`,
    onTime.of === 0 ? '–' : `${percent(onTime.count / onTime.of)} (${onTime.count} of ${onTime.of})`,
    medianDaysToClose === null ? '–' : counted(medianDaysToClose, 'day'),
    oldestOpen === null ? '–' : `[#${oldestOpen.number}](${oldestOpen.url}), since ${oldestSince ?? ''}`,
  ]
  return [
    '| Closed | On time | Median time to done | Oldest open |',
    '|---|---|---|---|',
    `| ${cells.join(' | ')} |`,
  ].join('\n')
}

/** Never 100% or 0% for what is only nearly so. */
const percent = (share: number): string => {
  const rounded = Math.round(share * 100)
  return `${share < 1 && share > 0 ? Math.min(99, Math.max(1, rounded)) : rounded}%`
}

function itemSections({ overdue, dueSoon, dueLater, noDate, unlisted }: DashboardView): string[] {
  let left = room.items
  return (
    [
      ['Overdue', overdue],
      ['Due in the next seven days', dueSoon],
      ['Due later', dueLater],
      ['No due date', noDate],
      ['No longer in their documents', unlisted],
    ] as const
  ).map(([title, issues]) => {
    const section = headedTable(title, ['Item', 'Owner', 'Due'], issues.map(itemLine), left)
    left = Math.max(0, left - section.length)
    return section
  })
}

const itemLine = ({ number, url, title, assignees, marker }: TrackedIssue): string =>
  `[#${number}](${url}) ${tableCell(title, 120)} | ${ownerWords(assignees)} | ${marker.due ?? '–'}`

const ownerWords = (assignees: string[]): string =>
  assignees
    .slice(0, 3)
    .map((login) => inline(login))
    .join(', ') || 'nobody yet'

function postmortemLine(
  { path, pullRequest, ended, total, open, overdue }: PostmortemLine,
  { repositoryUrl, defaultBranch }: DashboardOptions,
): string {
  const address =
    pullRequest === null
      ? fileUrl(repositoryUrl, encodeURIComponent(defaultBranch), path)
      : `${repositoryUrl}/pull/${pullRequest}`
  return `${link(nameOf(path).slice(0, 100), address)} | ${ended} of ${total} | ${open} | ${overdue}`
}

/** Where each incident has a folder, its file is called like all others. */
const nameOf = (path: string): string => {
  const { name, dir } = parse(path)
  return isIndex(path) && dir !== '' ? parse(dir).base : name
}
