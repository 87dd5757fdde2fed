import type { Table as MarkdownTable, TableRow } from 'mdast'
import { joinLines } from './line.ts'
import { toLines } from './lines.ts'
import { readParagraph } from './paragraphs.ts'
import { placeOf, type Source } from './source.ts'
import type { Block, Line, Row } from './types.ts'

/** A table; text typed right below it, which Markdown takes for rows, comes out as text. */
export function readTable(node: MarkdownTable, source: Source): Block[] {
  const rows = node.children.map((row) => readRow(row, source))
  const [header, ...others] = rows.filter(
    ({ line }) => source.reread || source.fileLines[line - 1]?.includes('|'),
  )
  const last = others[others.length - 1] ?? header
  if (!header || !last) return []
  const glued = rows.filter(({ line }) => line > last.line).flatMap(({ cells }) => cells)
  return [
    { type: 'table', header, rows: others, line: header.line, endLine: last.endLine },
    ...readParagraph(glued.filter(({ text }) => text !== '')),
  ]
}

function readRow(row: TableRow, source: Source): Row {
  const place = placeOf(row)
  const empty: Line = { text: '', nodes: [], strong: false, lead: '', struckLead: '', ...place }
  return {
    cells: row.children.map(
      (cell) => joinLines(toLines(cell.children, place.line, source.addresses)) ?? empty,
    ),
    ...place,
  }
}
