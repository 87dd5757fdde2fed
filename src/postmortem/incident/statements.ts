import type { Block, Line, ListItem } from '../blocks/types.ts'
import { fieldOfHeader } from '../fields/index.ts'
import { comparable } from '../fields/text.ts'

/** "Severity: SEV-2", in whatever form a document says it. */
export interface Statement {
  /** In lower case, without signs around it. */
  label: string
  value: string
}

const longestLabel = 48
const aboutReport =
  /^\W*(?:by\b|authors?|written|created|updated|last|published|posted|reported|report date|reviewed|next|meeting|date of (?:post-?mortem|report)|post-?mortem date)/i

/** Whether a line is about the report instead of the incident: who wrote it, and when. */
export function isAboutReport(text: string): boolean {
  return aboutReport.test(text)
}

/** The lines of a document in order, headings and list items included; tables are read by `readStatements`. */
export function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
        return [block.content]
      case 'paragraph':
        return block.lines
      case 'list':
        return block.items.flatMap((item: ListItem) => [...item.lines, ...linesOf(item.children)])
      default:
        return []
    }
  })
}

/**
 * Everything that a document states by a label: "Date: …" and "**Date** …" on a line, a label or heading with the
 * value on the next line, a table of two columns, a table of one row that is no task.
 */
export function readStatements(blocks: readonly Block[]): Statement[] {
  const lines = linesOf(blocks).flatMap(splitColumns)
  const stated = lines.flatMap((line, index) => statementsOf(line, lines[index + 1]))
  return [...tableStatements(blocks), ...stated]
}

/** "Date: … | Severity: …" or "Date: … · Severity: …" on one line. */
function splitColumns(line: Line): Line[] {
  const parts = line.text.split(/\s[|·•]\s/)
  return parts.length === 1 ? [line] : parts.map((text) => ({ ...line, text, lead: '' }))
}

function statementsOf({ text, lead }: Line, next: Line | undefined): Statement[] {
  const colon = text.slice(0, longestLabel).search(/[:：]/)
  if (colon > 0) {
    const value = text.slice(colon + 1).trim()
    return [{ label: comparable(text.slice(0, colon)), value: value === '' ? (next?.text ?? '') : value }]
  }
  const led = lead !== '' && text.startsWith(lead) ? text.slice(lead.length).trim() : ''
  if (led !== '') return [{ label: comparable(lead), value: led }]
  return text.length <= longestLabel && next ? [{ label: comparable(text), value: next.text }] : []
}

function tableStatements(blocks: readonly Block[]): Statement[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return []
    const rows = [block.header, ...block.rows].map(({ cells }) => cells.map(({ text }) => text))
    const [header = [], only = []] = rows
    if (header.length === 2)
      return rows.map(([label = '', value = '']) => ({ label: comparable(label), value }))
    const ofTasks = header.some((label) => fieldOfHeader(label) === 'action')
    return rows.length === 2 && !ofTasks
      ? header.map((label, column) => ({ label: comparable(label), value: only[column] ?? '' }))
      : []
  })
}
