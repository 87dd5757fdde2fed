import { withoutCode } from '../blocks/line.ts'
import type { Line, Row, Table } from '../blocks/types.ts'
import { fieldOfHeader, fieldOfLabel, isDoneStatus, type Field } from '../fields/index.ts'
import { readName } from '../sections/names.ts'
import { accept, reject, type Context } from './context.ts'
import { isPlaceholder } from './placeholders.ts'
import { looksBack, startsWithAction } from './wording.ts'

const clock =
  /^(?:time|when|date|zeit|uhrzeit|heure|hora|hour|timestamp|時刻|時間|时间|시간|klokkeslett|время)\b|^(?:時刻|時間|时间|시간)/i

/** Of these, what can also be the day until which something is to be done. */
const dayColumn = /^(?:by )?(?:when|date|wann|datum|quand|cuándo|quando|fecha|data|når|dato|когда|дата)$/i

/** Columns of a table of incidents, in which the date is that of the incident and "Follow-up" what came of it. */
const incident =
  /^(?:incident|outage|(?:root )?cause|vorfall|ursache|incidente|causa(?: ra[ií]z)?|cause(?: racine)?|инцидент|причина|årsak|hendelse|障害|原因|故障|根因|장애|원인)$/i

/**
 * Columns of what was found out about one incident, beside which an action answers it. "Problem", "Symptom" and "Cause"
 * stand in guides to any incident as well.
 */
const findings =
  /^(?:(?:why|finding|gap|weakness|lesson|learning|what (?:went wrong|we learned)|por ?qu[eé]|hallazgo|lección|achado|lição|pourquoi|constat|leçon|warum|befund|schwachstelle|lehre|hvorfor|funn|læring|почему|урок)s?(?!\p{L})|なぜ|教訓|为什么|教训|왜|교훈)/iu

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** "AUR-5513 **DONE**", as in the book on site reliability engineering. */
const closed = /\bDONE\W*$/

/** A date or a name that a template leaves open makes its row an example. */
const slot = /^\W*(?:YYYY[-/.]MM|DD[-/.]MM|MM[-/.]DD|@(?:owner|name|assignee|username|person)\b)/

/** What each column of a table states. */
export interface Columns {
  /** The column that holds the task itself. */
  action: number
  fields: (Field | null)[]
}

/**
 * Finds the column that holds the tasks: one named so, else one named so among columns ("Improvement", beside which
 * a column "Tasks" wins), else the description, else the first that names no field.
 *
 * @returns null for a table whose columns tell nothing about tasks.
 */
export function columnsOf(header: Row): Columns | null {
  const ofIncidents = listsIncidents(header)
  const fields = header.cells.map(({ text }) =>
    ofIncidents && clock.test(text) ? null : (fieldOfHeader(text) ?? (isFollowUp(text) ? 'action' : null)),
  )
  if (fields.every((field) => field === null)) return null
  const action = [
    header.cells.findIndex((cell) => fieldOfLabel(cell.text) === 'action'),
    fields.indexOf('action'),
    fields.indexOf('description'),
    fields.indexOf(null),
  ].find((at) => at >= 0)
  return action === undefined ? null : { action, fields }
}

function isFollowUp(name: string): boolean {
  const { role } = readName(name)
  return role !== null && role !== 'other'
}

function listsIncidents({ cells }: Row): boolean {
  return cells.some(({ text }) => incident.test(text))
}

/**
 * Whether a table outside any follow-up section tracks work all the same: an action, and who or when or how far. With
 * a time among its columns it is a timeline, unless that is the day until which each row says what to do.
 */
export function tracksActions({ header, rows }: Pick<Table, 'header' | 'rows'>): boolean {
  const ofIncidents = listsIncidents(header)
  const fields = header.cells.map(({ text }) =>
    ofIncidents && isFollowUp(text) ? 'action' : fieldOfHeader(text),
  )
  const tracks =
    fields.includes('action') &&
    fields.some((field) => field === 'owner' || field === 'due' || field === 'ticket' || field === 'status')
  const times = header.cells.filter(({ text }) => clock.test(text))
  if (!tracks && answersFindings({ header, rows })) return true
  if (!tracks || ofIncidents || times.length === 0) return tracks
  if (times.includes(header.cells[0] as Line) || !times.every(({ text }) => dayColumn.test(text)))
    return false
  const tasks = rows.map(({ cells }) => cells[fields.indexOf('action')]?.text ?? '')
  return fields.includes('owner') && tasks.length > 0 && tasks.every(proposes)
}

/** "Add an alert", in a script that shows a verb at its start. */
function proposes(task: string): boolean {
  return !unspaced.test(task) && startsWithAction(task) && !looksBack(task)
}

/** Whether a table answers findings: "Why" or "Lesson", and beside it what to do, in every row a task. */
function answersFindings({ header, rows }: Pick<Table, 'header' | 'rows'>): boolean {
  if (!header.cells.some(({ text }) => findings.test(text))) return false
  if (header.cells.some(({ text }) => clock.test(text))) return false
  const action = header.cells.findIndex(({ text }) => isFollowUp(text))
  const tasks = rows.map(({ cells }) => cells[action]?.text ?? '').filter((task) => !isPlaceholder(task))
  return action >= 0 && tasks.length > 0 && tasks.every(proposes)
}

/** Reads the rows of a table in a follow-up section. */
export function readTable(table: Table, context: Context): void {
  const columns = columnsOf(table.header)
  if (!columns) {
    reject(
      context,
      table.header.cells.map((cell) => cell.text).join(' | '),
      table,
      'a table without an action column',
    )
    return
  }
  for (const row of table.rows) readRow(row, columns, context)
}

function readRow(row: Row, columns: Columns, context: Context): void {
  const head = row.cells[columns.action]
  if (!head || isPlaceholder(withoutCode(head)) || row.cells.some(({ text }) => slot.test(text))) {
    const text = row.cells.map((cell) => cell.text).join(' | ')
    reject(
      context,
      text,
      row,
      head && head.text !== '' ? 'a template placeholder' : 'a row without an action',
    )
    return
  }
  accept(context, head, row, 'a table row', {
    number: /\d+/.exec(row.cells[columns.fields.indexOf('number')]?.text ?? '')?.[0] ?? null,
    done: row.cells.some(
      (cell, index) =>
        columns.fields[index] === 'ticket' && (isDoneStatus(cell.text) || closed.test(cell.text)),
    ),
    fields: row.cells.flatMap((cell, index) => {
      const field = index === columns.action ? null : (columns.fields[index] ?? null)
      return field ? [{ field, value: cell.text }] : []
    }),
    nodes: row.cells.flatMap((cell, index) =>
      columns.fields[index] === 'number' ? cell.nodes.filter(({ type }) => type === 'link') : cell.nodes,
    ),
  })
}
