import { toString } from 'mdast-util-to-string'
import type { Line } from './types.ts'

/** Several lines read as one, for content whose line breaks mean nothing. Null when there is nothing to read. */
export function joinLines(lines: readonly Line[]): Line | null {
  const [first] = lines
  const last = lines[lines.length - 1]
  if (!first || !last || lines.length === 1) return first ?? null
  return {
    text: lines.map(({ text }) => text).join(' '),
    nodes: lines.flatMap(({ nodes }, index) =>
      index === 0 ? nodes : [{ type: 'text', value: ' ' }, ...nodes],
    ),
    strong: lines.every(({ strong }) => strong),
    lead: first.lead,
    struckLead: first.struckLead,
    line: first.line,
    endLine: last.endLine,
  }
}

/** The text of a line with its code left out: what code says is not meant literally. */
export function withoutCode({ text, nodes }: Line): string {
  if (!nodes.some(({ type }) => type === 'inlineCode')) return text
  return nodes.map((node) => (node.type === 'inlineCode' ? 'code' : toString(node))).join('')
}

/** The same line with other words: after a mark or a prefix was taken off. */
export function withText(line: Line, text: string): Line {
  return { ...line, text: text.trim() }
}
