import type { List as MarkdownList, ListItem as MarkdownItem, Root, RootContent } from 'mdast'
import { attachBodies } from './attach.ts'
import { readBox, readBullet } from './bullets.ts'
import { readTable } from './from-table.ts'
import { joinLines, withText } from './line.ts'
import { toLines } from './lines.ts'
import { readParagraph, typedLists } from './paragraphs.ts'
import { rereadHtml, rereadIndented } from './reread.ts'
import { placeOf, type Source } from './source.ts'
import type { Block, Line, ListItem, Place } from './types.ts'

/**
 * Turns a Markdown tree into blocks: headings, paragraphs by line, lists and tables, whatever they were written in.
 * Lists typed with bullet characters, lists in HTML and lists indented into code become lists like any other.
 *
 * @param markdown the text that `root` was parsed from.
 * @param opensSection whether a line is the name of a section, to find the names that were typed right below a list.
 */
export function toBlocks(
  root: Root,
  markdown: string,
  opensSection: (line: Line) => boolean = () => false,
): Block[] {
  const definitions = root.children.filter((node) => node.type === 'definition')
  const addresses = new Map(definitions.map(({ identifier, url }) => [identifier, url]))
  const fileLines = markdown.split(/\r\n|\r|\n/)
  return readAll(root.children, { markdown, fileLines, opensSection, addresses, reread: false })
}

function readAll(nodes: readonly RootContent[], source: Source): Block[] {
  return attachBodies(nodes.flatMap((node) => readNode(node, source)))
}

function readNode(node: RootContent, source: Source): Block[] {
  const place = placeOf(node)
  switch (node.type) {
    case 'heading': {
      const content = joinLines(toLines(node.children, place.line, source.addresses))
      return content ? [{ type: 'heading', depth: node.depth, content, ...place }] : []
    }
    case 'paragraph':
      return readParagraph(toLines(node.children, place.line, source.addresses))
    case 'list':
      return readList(node, source)
    case 'table':
      return readTable(node, source)
    case 'blockquote':
      return readAll(node.children, source).map((block) =>
        block.type === 'paragraph' ? opaque(block) : block,
      )
    case 'html':
    case 'code': {
      const tree = source.reread
        ? null
        : node.type === 'html'
          ? rereadHtml(node)
          : rereadIndented(node, source.markdown)
      return tree ? readAll(tree.children, { ...source, reread: true }) : [opaque(place)]
    }
    default:
      return [opaque(place)]
  }
}

/**
 * A list, cut where its author forgot a blank line before the next name: Markdown takes "**Tasks:**" right below an
 * item for a part of that item, however deep.
 */
function readList(node: MarkdownList, source: Source): Block[] {
  const blocks: Block[] = []
  let items: ListItem[] = []
  const close = (): void => {
    const [first] = items
    const last = items[items.length - 1]
    if (first && last) blocks.push({ type: 'list', items, line: first.line, endLine: last.endLine })
    items = []
  }
  node.children.forEach((child, index) => {
    const { item, glued } = readItem(child, node.ordered ? (node.start ?? 1) + index : null, source)
    items.push(item)
    if (glued.length > 0) close()
    blocks.push(...glued)
  })
  close()
  return blocks
}

/** @returns the item, and the blocks glued to it that belong behind the list. */
function readItem(
  node: MarkdownItem,
  number: number | null,
  source: Source,
): { item: ListItem; glued: Block[] } {
  const [first, ...rest] = node.children
  const { line, endLine } = placeOf(node)
  const lines = first?.type === 'paragraph' ? toLines(first.children, line, source.addresses) : []
  const cut = lines.findIndex((each, index) => index > 0 && isGlued(each, source))
  const { own, bulleted } = splitHead(cut < 0 ? lines : lines.slice(0, cut))
  const head = joinLines(own)
  const box = head && readBox(head.text)
  const below = readAll(lines.length > 0 ? rest : node.children, source)
  const end = below.findIndex(
    (block) => block.type === 'paragraph' && block.lines.some((each) => isGlued(each, source)),
  )
  const glued = [...(cut < 0 ? [] : readParagraph(lines.slice(cut))), ...(end < 0 ? [] : below.slice(end))]
  return {
    item: {
      head: head && box ? withText(head, box.text) : null,
      lines: own,
      number,
      checked: node.checked ?? box?.checked ?? null,
      children: [...typedLists(bulleted), ...(end < 0 ? below : below.slice(0, end))],
      line,
      endLine: Math.max(line, (glued[0]?.line ?? endLine + 1) - 1),
    },
    glued,
  }
}

/** Whether a line at the margin, below indented content, opens a section of its own. */
function isGlued(line: Line, source: Source): boolean {
  return !source.reread && /^[^\s>]/.test(source.fileLines[line.line - 1] ?? '') && source.opensSection(line)
}

/** An item's first paragraph: its own words, then lines with typed bullets, which are its sub-items. */
function splitHead(lines: Line[]): { own: Line[]; bulleted: Line[] } {
  const from = lines.findIndex((line, index) => index > 0 && readBullet(line.text) !== null)
  return from < 0 ? { own: lines, bulleted: [] } : { own: lines.slice(0, from), bulleted: lines.slice(from) }
}

function opaque({ line, endLine }: Place): Block {
  return { type: 'opaque', line, endLine }
}
