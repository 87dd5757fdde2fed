import Table from 'cli-table3'
import type { Backfilled } from '../../jobs/backfill.ts'
import type { Effect, ItemEffect } from '../../plan/preview.ts'
import { printable } from '../printable.ts'

const words: Record<ItemEffect, string> = {
  opened: 'open',
  updated: 'update',
  closed: 'close',
  reopened: 'reopen',
  kept: 'right as it is',
  adopted: 'follow',
  moved: 'moved',
  elsewhere: 'tracked elsewhere',
  deleted: 'deleted by someone',
  done: 'done already',
  'not-filed': 'not filed',
}

const widthOfOthers = 88

/** What each item of the postmortems comes to, as a table; items that need nothing are left out. */
export function formatPlan(backfilled: Backfilled[], width: number): string {
  const table = new Table({
    // Unmarked: the table would break the marks where it breaks long paths.
    head: ['Postmortem', 'Action item', 'Issue', 'Owners', 'Due'],
    colWidths: [34, Math.max(30, width - widthOfOthers), 20, 18, 12],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  })
  for (const { path, rows } of backfilled) {
    for (const { title, effect, issue, owners, due } of rows) {
      if (effect === 'kept') continue
      const what = issue === null ? words[effect] : `${words[effect]} #${issue.number}`
      table.push([path, title, what, owners.join(', '), due ?? ''].map(printable))
    }
  }
  return table.length === 0 ? '' : `${table.toString()}\n`
}

/** Sums up in one line. */
export function formatTotal(
  { opened, updated, closed, reopened, statuses }: Effect & { statuses: number },
  isDone: boolean,
): string {
  const parts = [
    `issues opened: ${opened}`,
    ...(updated > 0 ? [`updated: ${updated}`] : []),
    ...(closed > 0 ? [`closed: ${closed}`] : []),
    ...(reopened > 0 ? [`reopened: ${reopened}`] : []),
    `statuses written: ${statuses}`,
  ]
  return `${isDone ? 'Done' : 'To do'}: ${parts.join(' · ')}`
}
