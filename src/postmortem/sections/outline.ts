import { withText } from '../blocks/line.ts'
import type { Block, Line, List, ListItem, Paragraph } from '../blocks/types.ts'
import { startsWithAction } from '../items/wording.ts'
import {
  isLeftBy,
  itemLevel,
  labelLevel,
  nameIn,
  nameOfHeading,
  plainLevel,
  section,
  unnamed,
} from './disguised.ts'
import { isBareLabel, isFieldLine, splitLabel } from './labels.ts'
import { readName } from './names.ts'
import { startsWithItemPrefix } from './prefixes.ts'
import { settleSiblings } from './siblings.ts'
import type { Section } from './types.ts'

/** In characters: a name that was pasted as a bullet is short. */
const longestPastedName = 40

/**
 * Groups blocks into sections. Besides headings, a bold line, a label with a colon, a known name on a line of its
 * own and a list item that is only a known name open a section.
 */
export function toSections(blocks: readonly Block[]): Section {
  const root = section(null, 0, unnamed)
  fill(root, blocks)
  settleSiblings(root)
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
      for (const [index, line] of block.lines.entries()) {
        const named = index > 0 && goesOn(line) ? null : nameAmong(block.lines, index, line, top())
        if (named) {
          enter(named.section, (open) => isLeftBy(open, named.section))
          if (named.rest) addLine(top(), named.rest)
        } else addLine(top(), line, block)
      }
    } else if (block.type === 'list') {
      const alone = nameAlone(block)
      if (alone) enter(alone, (open) => isLeftBy(open, alone))
      else
        for (const part of splitList(block)) {
          if ('items' in part) add(part)
          else top().sections.push(part)
        }
    } else add(block)
  }
}

/**
 * The name that a line of a paragraph is. Between "Seals:" and "Pump:", which group tasks, "Contacts:" with a task
 * below is one more group.
 */
function nameAmong(
  lines: readonly Line[],
  index: number,
  line: Line,
  open: Section,
): ReturnType<typeof nameIn> {
  const named = nameIn(line)
  const next = lines[index + 1]
  const isGroup =
    named?.section.name.role === 'other' &&
    open.level === labelLevel &&
    next !== undefined &&
    isBareLabel(line)
  return isGroup && open.line >= (lines[0]?.line ?? 0) && startsWithAction(next.text)
    ? { section: section(line, labelLevel, unnamed), rest: null }
    : named
}

/** "following:" is the end of a wrapped sentence. */
function goesOn({ text }: Line): boolean {
  return /^\p{Ll}/u.test(text)
}

/** Lines of one paragraph stay together, so that wrapped prose can be told from one task per line. */
function addLine(to: Section, line: Line, origin?: Paragraph): void {
  const last = to.blocks[to.blocks.length - 1]
  if (last?.type === 'paragraph' && origin && last.line >= origin.line && last.endLine + 1 >= line.line) {
    last.lines.push(line)
    last.endLine = line.endLine
  } else to.blocks.push({ type: 'paragraph', lines: [line], line: line.line, endLine: line.endLine })
}

/** "6. Prevention", bold or not, with blocks below it: the number of a part looks like a list of one item. */
function nameAlone({ items }: List): Section | null {
  const [item] = items
  const numbered = item !== undefined && (item.number !== null || item.head?.strong === true)
  const named = items.length === 1 && numbered ? nameOf(item) : null
  return named && { ...named, level: plainLevel }
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
