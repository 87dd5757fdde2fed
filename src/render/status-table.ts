import type { ItemState, StatusRow } from '../plan/status.ts'
import { firstFitting } from './fitting.ts'
import { tableCell } from './text.ts'
import { counted, listed } from './words.ts'

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
  const written = rows.map((row) => ({ row, line: tableRow(row) }))
  const byWeight = [
    ...written.filter(({ row }) => !isSettled(row)),
    ...written.filter(({ row }) => isSettled(row)),
  ]
  const kept = new Set(firstFitting(byWeight, room, ({ line }) => line))
  const table = [...header, ...written.filter((each) => kept.has(each)).map(({ line }) => line)].join('\n')
  const notes = [
    leftOut(byWeight.slice(kept.size).map(({ row }) => row)),
    unassignedNote([...kept].map(({ row }) => row)),
  ]
  return [table, ...notes].filter((part) => part !== '').join('\n\n')
}

const isSettled = ({ state }: StatusRow): boolean => states[state].settled

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

const isFlagged = (row: StatusRow): boolean => !isSettled(row) && row.owners.some(({ assigned }) => !assigned)

function ownersCell(row: StatusRow): string {
  const names = row.owners
    .slice(0, 5)
    .map(({ name, assigned }) => tableCell(name, 40) + (assigned || isSettled(row) ? '' : unassignedMark))
  const more = row.owners.length - names.length
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ') || '–'
}

const stateCell = ({ state, daysOverdue }: StatusRow): string =>
  state === 'overdue' ? `${states.overdue.words} by ${counted(daysOverdue, 'day')}` : states[state].words

function leftOut(rows: StatusRow[]): string {
  const settled = rows.filter(isSettled).length
  const open = rows.length - settled
  const counts = [
    open > 0 ? counted(open, 'open item') : '',
    settled > 0 ? counted(settled, 'settled item') : '',
  ]
  return rows.length > 0
    ? `Not shown for lack of space: ${listed(counts.filter((count) => count !== ''))}.`
    : ''
}

const unassignedNote = (rows: StatusRow[]): string =>
  rows.some(isFlagged)
    ? `<sub>${unassignedMark} Not assigned: no account of this name can be assigned here. Assign someone on the issue, or map ` +
      'the name under `people` in `.github/followthrough.yml`.</sub>'
    : ''
