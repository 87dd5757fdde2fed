import Table from 'cli-table3'
import type { ActionItem, Postmortem, RejectedBlock } from '../postmortem/types.ts'
import type { Extraction } from './extraction.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'

interface TableSettings extends Pick<Terminal, 'width' | 'style'> {
  explain: boolean
}

const heads = ['Line', 'Action item', 'Kind', 'Owners', 'Due', 'Priority', 'Done']
const widthOfOthers = 75

/** Renders one postmortem for people: what it is about, its items, and on request why. */
export function formatAsTable(
  file: string,
  postmortem: Postmortem,
  { explain, width, style }: TableSettings,
): string {
  const facts = [postmortem.title, postmortem.incidentDate, postmortem.severity].filter(
    (fact) => fact !== null,
  )
  const parts = [
    style('bold', file),
    printable(facts.join(' · ')),
    formatItems(postmortem.items, { width, style }),
  ]
  if (explain) {
    parts.push(explainBlocks('Why these are action items:', postmortem.items))
    parts.push(explainBlocks('Left out:', postmortem.rejected))
  }
  return parts.filter((part) => part !== '').join('\n') + '\n'
}

/** Sums up several files in one line. */
export function formatTotals(extractions: readonly Extraction[]): string {
  const items = extractions.flatMap(({ postmortem }) => postmortem?.items ?? [])
  const open = items.filter(({ done }) => !done)
  const tasks = open.filter(({ kind }) => kind === 'task').length
  const unread = extractions.filter(({ error }) => error !== null).length
  return [
    `files: ${extractions.length}`,
    `tasks to file: ${tasks}`,
    `improvements: ${open.length - tasks}`,
    `done: ${items.length - open.length}`,
    ...(unread > 0 ? [`not read: ${unread}`] : []),
  ].join(' · ')
}

function formatItems(
  items: readonly ActionItem[],
  { width, style }: Pick<Terminal, 'width' | 'style'>,
): string {
  if (items.length === 0) return 'No action items.'
  const table = new Table({
    head: heads.map((head) => style('bold', head)),
    colWidths: [7, Math.max(30, width - widthOfOthers), 13, 18, 14, 10, 6],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  for (const { line, text, kind, owners, due, dueText, priority, done } of items) {
    const cells = [text, kind, owners.join(', '), due ?? dueText ?? '', priority ?? '', done ? 'yes' : '']
    table.push([line, ...cells.map(printable)])
  }
  return table.toString()
}

function explainBlocks(heading: string, blocks: readonly (ActionItem | RejectedBlock)[]): string {
  const lines = blocks.map(
    ({ line, text, reason, section }) => `  line ${line}: ${reason}${inSection(section)}: ${quote(text)}`,
  )
  return lines.length === 0 ? '' : [heading, ...lines].join('\n')
}

function inSection(section: string | null): string {
  return section === null ? '' : ` under "${section}"`
}

function quote(text: string): string {
  const line = printable(text)
  return `"${line.length > 70 ? `${line.slice(0, 69)}…` : line}"`
}
