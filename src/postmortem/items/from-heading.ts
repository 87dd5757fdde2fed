import type { Block, Line } from '../blocks/types.ts'
import { fieldsOfLine, isFieldLine, namesExamples } from '../sections/labels.ts'
import { startsWithItemPrefix } from '../sections/prefixes.ts'
import type { Section } from '../sections/types.ts'
import type { Details } from './candidates.ts'
import { accept, type Context } from './context.ts'
import { startsWithAction } from './wording.ts'

const numbered = /^\(?\d{1,2}[.)]\s/
const lowestHeading = 6

/**
 * Whether a sub-heading is itself the task, and what stands below only describes it: fields, prose, code. A list or
 * table of other things below makes it a category.
 */
export function isActionHeading(part: Section): boolean {
  const text = part.title?.text ?? ''
  const acts = text.includes(' ') && startsWithAction(text)
  if (part.sections.length > 0) return false
  if (part.blocks.some(isFieldList)) return true
  if (part.blocks.some((block) => block.type === 'list' || block.type === 'table')) return false
  if (part.level > lowestHeading) return part.blocks.length === 0 && acts
  return acts || (numbered.test(text) && !namesExamples(text)) || startsWithItemPrefix(text)
}

/** Reads a heading that is a task of its own. */
export function readActionHeading(part: Section, title: Line, context: Context): void {
  const lines = part.blocks.flatMap(linesOf)
  accept(context, title, { line: part.line, endLine: lastLine(part) }, 'a heading of its own', {
    fields: lines.flatMap(({ text }) => fieldsOfLine(text)),
    nodes: [...title.nodes, ...lines.flatMap((line) => line.nodes)],
    details: detailsOf(part.blocks),
  })
}

/** What a block says about an item besides its fields; the lines that state fields are left out. */
export function detailsOf(blocks: readonly Block[]): Details | null {
  const [first] = blocks
  const last = blocks[blocks.length - 1]
  if (!first || !last) return null
  const without = blocks.flatMap(linesOf).filter((line) => isFieldLine(line.text))
  return { line: first.line, endLine: last.endLine, without }
}

/** The lines of a block that may state fields: paragraph lines and the words of list items. */
export function linesOf(block: Block): Line[] {
  if (block.type === 'paragraph') return block.lines
  if (block.type !== 'list') return []
  return block.items.flatMap(({ head, line, endLine }) => (head ? [{ ...head, line, endLine }] : []))
}

function isFieldList(block: Block): boolean {
  return linesOf(block).some((line) => isFieldLine(line.text))
}

function lastLine(part: Section): number {
  return Math.max(part.endLine, ...part.blocks.map((block) => block.endLine))
}
