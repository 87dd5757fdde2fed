import type { ItemState, StatusRow } from '../plan/status.ts'
import { firstFitting } from './fitting.ts'
import { tableCell } from './text.ts'
import { counted } from './words.ts'

const states: Record<ItemState, { words: string; settled: boolean }> = {
  open: { words: '⚪ open', settled: false },
  overdue: { words: '🔴 overdue', settled: false },
  gone: { words: '⚪ no longer in the document', settled: false },
  'not-filed': { words: '⚠️ not filed yet', settled: false },
  done: { words: '✅ done', settled: true },
  'wont-do': { words: '➖ won’t do', settled: true },
  duplicate: { words: '➖ duplicate', settled: true },
  elsewhere: { words: '↗️ tracked elsewhere', settled: true },
  deleted: { words: '➖ issue deleted', settled: true },
}

const header = ['| Item | Issue | Owner | Due | State |', '|---|---|---|---|---|']
/** A mark of one character instead of a GFM footnote: those collide between comments of one page. */
const unassignedMark = '¹'

/**
 * The table of a postmortem's items, in the order of the document.
 *
 * @param room most characters; where it is short, settled items are left out first, the last ones first
 */
export function statusTable(rows: StatusRow[], room: number): string {
  const written = rows.map((row) => ({ row, line: tableRow(row), settled: states[row.state].settled }))
  const lines = (settled: boolean): string[] =>
    written.filter((each) => each.settled === settled).map(({ line }) => line)
  const open = firstFitting(lines(false), room)
  const settled = firstFitting(lines(true), room - open.join('\n').length)
  const shown = { open: open.length, settled: settled.length }
  const kept = written.filter((each) => (each.settled ? shown.settled-- : shown.open--) > 0)
  const notes = [
    leftOut(lines(false).length - open.length, lines(true).length - settled.length),
    unassignedNote(kept.map(({ row }) => row)),
  ]
  return [[...header, ...kept.map(({ line }) => line)].join('\n'), ...notes]
    .filter((part) => part !== '')
    .join('\n\n')
}

function tableRow(row: StatusRow): string {
  const cells = [
    tableCell(row.title),
    issueCell(row),
    ownersCell(row),
    tableCell(row.due ?? row.dueText ?? '', 40),
    stateCell(row),
  ]
  return `| ${cells.join(' | ')} |`
}

function issueCell({ issue, tickets }: StatusRow): string {
  const own = issue ? [`[${issue.reference}](${issue.url})`] : []
  return [...own, ...tickets.slice(0, 3).map((ticket) => tableCell(ticket, 100))].join(', ') || '–'
}

const isFlagged = (row: StatusRow): boolean =>
  !states[row.state].settled && row.owners.some(({ assigned }) => !assigned)

function ownersCell(row: StatusRow): string {
  const names = row.owners
    .slice(0, 5)
    .map(
      ({ name, assigned }) =>
        tableCell(name, 40) + (assigned || states[row.state].settled ? '' : unassignedMark),
    )
  const more = row.owners.length - names.length
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ') || '–'
}

const stateCell = ({ state, daysOverdue }: StatusRow): string =>
  state === 'overdue' ? `${states.overdue.words} by ${counted(daysOverdue, 'day')}` : states[state].words

function leftOut(open: number, settled: number): string {
  if (open > 0) return `… and ${open} open and ${settled} settled items more, which have no room here.`
  return settled > 0
    ? `… and ${counted(settled, 'settled item')} more, which ${settled === 1 ? 'has' : 'have'} no room here.`
    : ''
}

const unassignedNote = (rows: StatusRow[]): string =>
  rows.some(isFlagged)
    ? `<sub>${unassignedMark} Not assigned: GitHub knows no such account here. Assign someone on the issue, or map the ` +
      'name under `people` in `.github/followthrough.yml`.</sub>'
    : ''
