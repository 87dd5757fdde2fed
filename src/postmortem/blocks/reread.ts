import type { Code, Html, Nodes, Root } from 'mdast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import { parseMarkdown } from '../parse.ts'

type Position = NonNullable<Nodes['position']>

const contentTag = /<(?:p|div|ul|ol|li|h[1-6]|table|summary|b|strong)\b/i
const listLine = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/

/**
 * Reads the lists, tables and paragraphs of an HTML block as Markdown.
 *
 * @returns null for HTML that holds no text worth reading: comments, images, line breaks.
 */
export function rereadHtml(node: Html): Root | null {
  if (!contentTag.test(node.value)) return null
  const tree = toMdast(fromHtml(node.value, { fragment: true }))
  if (tree.type !== 'root') return null
  locate(tree, undefined)
  return shifted(tree, (node.position?.start.line ?? 1) - 1)
}

/** Gives the paragraphs that were made for loose text the place of their words, or else of what stands before. */
function locate(node: Nodes, before: Position | undefined): Position | undefined {
  const children = 'children' in node ? node.children : []
  let last = before
  for (const child of children) last = locate(child, last) ?? last
  if (node.position) return node.position
  const start = children[0]?.position?.start ?? before?.end
  const end = last?.end
  if (start && end) node.position = { start: { ...start }, end: { ...end } }
  return node.position
}

/** What running text hardly ever holds, and code and logs nearly always do. */
const codeSign = /[{}<>;=$|\\`~]|\w\(|\/\/|\d{4}-\d{2}-\d{2}|\d:\d{2}:\d/
const proseLine = /^(?:\p{Lu}[\p{L}’']*(?:[,:.]|\s|\/\p{L})|\p{Lo})/u

/** Whether code consists of lines that begin like sentences or names. */
function isProse(code: string): boolean {
  const lines = code.split('\n').map((line) => line.trim())
  const written = lines.filter((line) => line !== '')
  return !codeSign.test(code) && written.every((line) => proseLine.test(line) && /\s|:$/.test(line))
}

/**
 * Reads a list, or text, that was indented so far that Markdown takes it for code. Fenced code stays code.
 *
 * @returns null unless the code begins like a list, or all of it reads like text.
 */
export function rereadIndented(node: Code, markdown: string): Root | null {
  const start = node.position?.start
  if (!start || !(listLine.test(node.value) || isProse(node.value))) return null
  const opening = markdown.slice(start.offset, (start.offset ?? 0) + 1)
  if (opening === '`' || opening === '~') return null
  return shifted(parseMarkdown(node.value), start.line - 1)
}

function shifted(root: Root, lines: number): Root {
  const shift = (node: Nodes): void => {
    if (node.position) {
      node.position.start.line += lines
      node.position.end.line += lines
    }
    if ('children' in node) node.children.forEach(shift)
  }
  shift(root)
  return root
}
