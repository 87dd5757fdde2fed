import type {
  List as MarkdownList,
  ListItem as MarkdownItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast'
import { readBox, readBullet } from './bullets.ts'
import { joinLines, toLines, withText } from './lines.ts'
import { rereadHtml, rereadIndented } from './reread.ts'
import type { Block, Line, List, ListItem, Paragraph, Place, Row } from './types.ts'

/** "##Heading" without the space that Markdown asks for; a single "#" is more often a hashtag. */
const crampedHeading = /^#{2,6}[^#\s]/

/**
 * Turns a Markdown tree into blocks: headings, paragraphs by line, lists and tables, whatever they were written in.
 * Lists typed with bullet characters, lists in HTML and lists indented into code become lists like any other.
 *
 * @param markdown the text that `root` was parsed from.
 */
export function toBlocks(root: Root, markdown: string): Block[] {
  const definitions = root.children.filter((node) => node.type === 'definition')
  const addresses = new Map(definitions.map(({ identifier, url }) => [identifier, url]))
  return readAll(root.children, { markdown, addresses, reread: false })
}

interface Source {
  markdown: string
  addresses: ReadonlyMap<string, string>
  /** Inside HTML or indented code already: what looks like either there is left alone. */
  reread: boolean
}

function readAll(nodes: readonly RootContent[], source: Source): Block[] {
  return attachBodies(nodes.flatMap((node) => readNode(node, source)))
}

/**
 * "* Thorough testing:" with its explanation in the next paragraph, or its points in the next list, that the author
 * forgot to indent: what follows an item that ends in a colon belongs to it.
 */
function attachBodies(blocks: readonly Block[]): Block[] {
  const attached: Block[] = []
  for (const block of blocks) {
    const before = attached[attached.length - 1]
    const item = before?.type === 'list' ? before.items[before.items.length - 1] : undefined
    const announces = item?.children.length === 0 && /[:：]$/.test(item.head?.text ?? '')
    if (item && before && announces && (block.type === 'paragraph' || block.type === 'list')) {
      item.children.push(block)
      item.endLine = before.endLine = block.endLine
    } else attached.push(block)
  }
  return attached
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
      return [
        {
          type: 'list',
          items: node.children.map((item, index) => readItem(item, ordinal(node, index), source)),
          ...place,
        },
      ]
    case 'table': {
      const [header, ...rows] = node.children.map((row) => readRow(row, source))
      return header ? [{ type: 'table', header, rows, ...place }] : []
    }
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

function ordinal(list: MarkdownList, index: number): number | null {
  return list.ordered ? (list.start ?? 1) + index : null
}

function readItem(item: MarkdownItem, number: number | null, source: Source): ListItem {
  const [first, ...rest] = item.children
  const place = placeOf(item)
  if (first?.type !== 'paragraph') {
    return {
      head: null,
      lines: [],
      number,
      checked: item.checked ?? null,
      children: readAll(item.children, source),
      ...place,
    }
  }
  const { own, bulleted } = splitHead(toLines(first.children, place.line, source.addresses))
  const head = joinLines(own)
  const box = head && readBox(head.text)
  return {
    head: head && box ? withText(head, box.text) : null,
    lines: own,
    number,
    checked: item.checked ?? box?.checked ?? null,
    children: [...typedLists(bulleted), ...readAll(rest, source)],
    ...place,
  }
}

/** An item's first paragraph: its own words, then lines with typed bullets, which are its sub-items. */
function splitHead(lines: Line[]): { own: Line[]; bulleted: Line[] } {
  const from = lines.findIndex((line, index) => index > 0 && readBullet(line.text) !== null)
  return from < 0 ? { own: lines, bulleted: [] } : { own: lines.slice(0, from), bulleted: lines.slice(from) }
}

function readParagraph(lines: Line[]): Block[] {
  const heading = lines.findIndex((line) => crampedHeading.test(line.text))
  const [line] = heading < 0 ? [] : lines.slice(heading)
  if (line) {
    const content = withText(line, line.text.replace(/^#+|#+$/g, ''))
    return [
      ...paragraph(lines.slice(0, heading)),
      { type: 'heading', depth: line.text.search(/[^#]/), content, line: line.line, endLine: line.endLine },
      ...readParagraph(lines.slice(heading + 1)),
    ]
  }
  return lines.some((each) => readBullet(each.text)) ? typedLists(lines) : paragraph(lines)
}

function paragraph(lines: Line[]): Paragraph[] {
  const [first] = lines
  const endLine = lines[lines.length - 1]?.endLine
  return first && endLine ? [{ type: 'paragraph', lines, line: first.line, endLine }] : []
}

/** Lines of which some start with a typed bullet: each such run becomes a list, what is between stays text. */
function typedLists(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const last = blocks[blocks.length - 1]
    const bulleted = readBullet(line.text)
    if (bulleted) {
      const item: ListItem = {
        head: withText(line, bulleted.text),
        lines: [line],
        number: null,
        checked: bulleted.checked,
        children: [],
        line: line.line,
        endLine: line.endLine,
      }
      if (last?.type === 'list') extend(last, item)
      else blocks.push({ type: 'list', items: [item], line: line.line, endLine: line.endLine })
    } else if (last?.type === 'list' && isContinuation(line)) {
      continueItem(last, line)
    } else if (last?.type === 'paragraph') {
      last.lines.push(line)
      last.endLine = line.endLine
    } else {
      blocks.push(...paragraph([line]))
    }
  }
  for (const block of blocks) if (block.type === 'list') ignoreDecoration(block)
  return blocks
}

/** Ticks on every line of a typed list are its bullets; a tick says something only beside a line without one. */
function ignoreDecoration(list: List): void {
  const ticked = list.items.every((item) => item.checked === true)
  if (ticked && list.items.length > 1) for (const item of list.items) item.checked = null
}

/** A hard-wrapped item goes on in lower case. */
function isContinuation(line: Line): boolean {
  return /^[\p{Ll}(]/u.test(line.text)
}

function extend(list: List, item: ListItem): void {
  list.items.push(item)
  list.endLine = item.endLine
}

function continueItem(list: List, line: Line): void {
  const item = list.items[list.items.length - 1]
  if (!item?.head) return
  item.lines.push(line)
  item.head = joinLines([item.head, line])
  item.endLine = list.endLine = line.endLine
}

function readRow(row: TableRow, source: Source): Row {
  const place = placeOf(row)
  const empty: Line = { text: '', nodes: [], strong: false, lead: '', struck: false, ...place }
  return {
    cells: row.children.map(
      (cell) => joinLines(toLines(cell.children as PhrasingContent[], place.line, source.addresses)) ?? empty,
    ),
    ...place,
  }
}

function opaque({ line, endLine }: Place): Block {
  return { type: 'opaque', line, endLine }
}

function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, endLine: node.position?.end.line ?? 1 }
}
