import type { Block, Heading, Line, List, ListItem, Paragraph } from '../blocks/types.ts'
import { withText } from '../blocks/lines.ts'
import { startsWithItemPrefix } from './prefixes.ts'
import { isBareLabel, isFieldLine, splitLabel } from './labels.ts'
import { readName, type SectionName } from './names.ts'
import type { Section } from './types.ts'

const unnamed: SectionName = { role: null, exact: false, horizon: false, finished: false }
const boldLevel = 7
const plainLevel = 8
const labelLevel = 9
const itemLevel = 10
const mostWordsOfName = 12
const longestPastedName = 40

/**
 * Groups blocks into sections. Besides headings, a bold line, a label with a colon, a known name on a line of its
 * own and a list item that is only a known name open a section.
 */
export function toSections(blocks: readonly Block[]): Section {
  const root = section(null, 0, unnamed)
  fill(root, blocks)
  return root
}

function fill(root: Section, blocks: readonly Block[]): void {
  const stack: [Section, ...Section[]] = [root]
  const top = (): Section => stack[stack.length - 1] ?? root

  const enter = (next: Section, leaves: (open: Section) => boolean): void => {
    while (stack.length > 1 && leaves(top())) stack.pop()
    top().sections.push(next)
    stack.push(next)
  }
  const add = (block: Block): void => void top().blocks.push(block)

  for (const block of blocks) {
    if (block.type === 'heading') {
      const next = section(block.content, block.depth, nameOfHeading(block, root.sections.length === 0))
      enter(next, (open) => open.level >= next.level)
    } else if (block.type === 'paragraph') {
      for (const line of block.lines) {
        const named = nameIn(line)
        if (named) {
          enter(named.section, (open) => isLeftBy(open, named.section))
          if (named.rest) addLine(top(), named.rest)
        } else addLine(top(), line, block)
      }
    } else if (block.type === 'list') {
      for (const part of splitList(block)) {
        if ('items' in part) add(part)
        else top().sections.push(part)
      }
    } else add(block)
  }
}

/** The title of a document may speak of what it is about: "Postmortem: improvements to the task queue". */
function nameOfHeading({ content, depth }: Heading, first: boolean): SectionName {
  if (startsWithItemPrefix(content.text)) return unnamed
  const name = readName(content.text)
  return first && depth === 1 && !name.exact ? unnamed : name
}

/**
 * Whether an open section ends where a name in disguise opens the next one. An unknown name is a group within the
 * open section, unless that one looks the same and has had its own list already.
 */
function isLeftBy(open: Section, next: Section): boolean {
  if (open.level < boldLevel) return false
  const known = next.name.role
  if (known !== null && known !== 'other' && open.name.role === 'other') return true
  if (known !== null) return open.name.role === null || open.level >= next.level
  if (open.name.role === null) return open.level >= next.level
  return (
    open.name.role === 'other' ||
    (open.level === next.level && !next.name.horizon && open.blocks.some(({ type }) => type === 'list'))
  )
}

/** Whether a line of running text is the name of a section: a known name, a bold line, a label. */
export function opensSection(line: Line): boolean {
  return /^[^\p{Ll}]/u.test(line.text) && nameIn(line) !== null
}

function nameIn(line: Line): { section: Section; rest: Line | null } | null {
  const words = line.text.split(' ').length
  if (isBareLabel(line) && words <= mostWordsOfName) {
    const name = readName(line.text)
    const known = name.exact && name.role !== null
    if (!known && isFieldLine(line.text)) return null
    return {
      section: section(line, line.strong ? boldLevel : known ? plainLevel : labelLevel, name),
      rest: null,
    }
  }
  if (isFieldLine(line.text)) return null
  const labelled = startsWithItemPrefix(line.text) ? null : splitLabel(line.text)
  if (labelled && labelled.rest !== '') {
    const name = readName(labelled.label)
    if (!name.exact || name.role === null) return null
    const level = line.lead === '' ? plainLevel : boldLevel
    return {
      section: section(withText(line, labelled.label), level, name),
      rest: withText(line, labelled.rest),
    }
  }
  if (words > mostWordsOfName || /[.!?。,;]$|[:：]\s/.test(line.text)) return null
  const name = readName(line.text)
  return name.exact && name.role !== null ? { section: section(line, plainLevel, name), rest: null } : null
}

/** Lines of one paragraph stay together, so that wrapped prose can be told from one task per line. */
function addLine(to: Section, line: Line, origin?: Paragraph): void {
  const last = to.blocks[to.blocks.length - 1]
  if (last?.type === 'paragraph' && origin && last.line >= origin.line && last.endLine + 1 >= line.line) {
    last.lines.push(line)
    last.endLine = line.endLine
  } else to.blocks.push({ type: 'paragraph', lines: [line], line: line.line, endLine: line.endLine })
}

/** A list in order: runs of ordinary items, and the items that are sections of their own. */
function splitList(list: List): (List | Section)[] {
  const parts: (List | Section)[] = []
  const names = list.items.map(nameOf)
  const isContents = names.filter((name) => name !== null).length > list.items.length / 2
  let open: Section | null = null
  list.items.forEach((item, index) => {
    const name = isContents ? null : (names[index] ?? null)
    const named = name ?? sectionOf(item)
    if (named) {
      parts.push(named)
      open = name
    } else addItem(open ? open.blocks : parts, item)
  })
  return parts
}

function addItem(to: (Block | Section)[], item: ListItem): void {
  const last = to[to.length - 1]
  if (last && 'items' in last) {
    last.items.push(item)
    last.endLine = item.endLine
  } else to.push({ type: 'list', items: [item], line: item.line, endLine: item.endLine })
}

/** "o Prevention" among pasted bullets: an item that is only a known name holds the items after it. */
function nameOf(item: ListItem): Section | null {
  if (!item.head || item.children.length > 0 || item.checked !== null) return null
  if (item.head.text.length > longestPastedName) return null
  const name = readName(item.head.text)
  return name.exact && name.role !== null ? section(item.head, itemLevel, name) : null
}

/** "- **Tasks:**" with a list below, or "- **Improvements:** one sentence". */
function sectionOf(item: ListItem): Section | null {
  if (!item.head || item.checked !== null) return null
  const labelled = splitLabel(item.head.text) ?? { label: item.head.text, rest: '' }
  const alone = labelled.rest === ''
  if (alone ? item.children.length === 0 : startsWithItemPrefix(item.head.text)) return null
  if (isFieldLine(item.head.text)) return null
  const name = readName(labelled.label)
  if (!name.exact || name.role === null || name.role === 'other') return null
  if (!alone && name.role === 'measures') return null
  const own = section(withText(item.head, labelled.label), itemLevel, name)
  if (labelled.rest !== '') addLine(own, withText(item.head, labelled.rest))
  fill(own, item.children)
  return own
}

function section(title: Line | null, level: number, name: SectionName): Section {
  return {
    title,
    level,
    name,
    blocks: [],
    sections: [],
    line: title?.line ?? 1,
    endLine: title?.endLine ?? 1,
  }
}
