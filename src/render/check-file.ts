import { levelOf } from '../plan/check.ts'
import type { FilePreview, ItemEffect, PreviewRow } from '../plan/preview.ts'
import type { FindingId } from '../postmortem/findings/ids.ts'
import type { Finding } from '../postmortem/findings/types.ts'
import { truncate } from './clean.ts'
import { firstFitting } from './fitting.ts'
import { inline, label, tableCell } from './text.ts'
import { counted, listed } from './words.ts'

/** In characters, for one postmortem. */
const room = { table: 12_000, findings: 8_000 }
/** So many lines are named for one remark; the annotations stand on all of them. */
const mostLines = 20

const effects: Record<ItemEffect, string> = {
  opened: 'opens an issue',
  updated: 'updates',
  closed: 'closes',
  reopened: 'reopens',
  kept: 'leaves as it is:',
  adopted: 'follows',
  moved: 'stays in another repository:',
  elsewhere: 'tracked elsewhere',
  deleted: 'none: its issue was deleted',
  done: 'none: done already',
  'not-filed': 'none: not filed',
}

/** One postmortem in the summary of the check: what merging does about each item, and what to consider. */
export function filePreview(file: FilePreview, required: readonly FindingId[]): string {
  const { path, title, rows, findings, problems } = file
  const parts = [
    `### ${label(truncate(title ?? path, 200))}`,
    title === null ? '' : `<sub>${inline(truncate(path, 300))}</sub>`,
    problems.map((problem) => `> ${problem.replace(/\s*\n\s*/g, ' ')}`).join('\n>\n'),
    rows.length === 0 ? '' : table(rows),
    findings.length === 0 ? '' : remarks(findings, required),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function table(rows: PreviewRow[]): string {
  const lines = rows.map(rowLine)
  const shown = firstFitting(lines, room.table, (line) => line)
  const left = lines.length - shown.length
  return [
    '| Item | Merging | Owner | Due |',
    '|---|---|---|---|',
    ...shown,
    ...(left > 0 ? ['', `And ${counted(left, 'more item')}.`] : []),
  ].join('\n')
}

function rowLine({ title, effect, issue, owners, due }: PreviewRow): string {
  const what = issue === null ? effects[effect] : `${effects[effect]} [#${issue.number}](${issue.url})`
  return `| ${[tableCell(title), what, tableCell(owners.join(', '), 80), due ?? '–'].join(' | ')} |`
}

/** Each remark once, with the lines that it is about. */
function remarks(findings: Finding[], required: readonly FindingId[]): string {
  const groups = [...Map.groupBy(findings, ({ id, message }) => `${id} ${message}`).values()]
  const lines = groups.map((group) => remark(group, required))
  const shown = firstFitting(lines, room.findings, (line) => line)
  const left = groups.slice(shown.length).flat().length
  return [...shown, ...(left > 0 ? [`- And ${counted(left, 'more remark')}, on their lines.`] : [])].join(
    '\n',
  )
}

function remark(findings: Finding[], required: readonly FindingId[]): string {
  const [finding] = findings
  if (finding === undefined) return ''
  const mark = levelOf(finding, required) === 'failure' ? '**required** ' : ''
  return `- ${mark}\`${finding.id}\`${places(findings)}: ${inline(truncate(finding.message, 600))}`
}

/** `, lines 7, 9 and 12`; nothing where the document as a whole is meant. */
function places(findings: Finding[]): string {
  const lines = findings.flatMap(({ item, line }) => (item === null ? [] : [String(line)]))
  if (lines.length === 0) return ''
  const left = lines.length - mostLines
  const shown = left > 0 ? [...lines.slice(0, mostLines), `${left} more`] : lines
  return `, ${lines.length === 1 ? 'line' : 'lines'} ${listed(shown)}`
}
