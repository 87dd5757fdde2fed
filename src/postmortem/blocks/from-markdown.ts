import type {
  List as MarkdownList,
  ListItem as MarkdownItem,
  Nodes,
  Root,
  RootContent,
  TableRow,
} from 'mdast'
import { attachBodies } from './attach.ts'
import { readBox, readBullet } from './bullets.ts'
import { joinLines, toLines, withText } from './lines.ts'
import { readParagraph, typedLists } from './paragraphs.ts'
import { rereadHtml, rereadIndented } from './reread.ts'
import type { Block, Line, ListItem, Place, Row } from './types.ts'

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

function opaque({ line, endLine }: Place): Block {
  return { type: 'opaque', line, endLine }
}

function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, endLine: node.position?.end.line ?? 1 }
}
