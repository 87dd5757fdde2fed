import { dropPictographs, readBullet, startsWithPictograph, type Bulleted } from './bullets.ts'
import { joinLines, withText } from './line.ts'
import { nodesByPart } from './spans.ts'
import type { Block, Line, List, ListItem, Paragraph } from './types.ts'

/** "##Heading" without the space that Markdown asks for; a single "#" is more often a hashtag. */
const crampedHeading = /^#{2,6}[^#\s]/

/** "— The platform team" alone is no list. */
const signature = /^[–—-]\s/

const circledNumber = /[①-⑳]/g

/** "Next: ① prune ② alert" on one line: each circled number begins a line of its own. */
function splitAtNumbers(line: Line): Line[] {
  if (line.text.search(circledNumber) < 0) return [line]
  const starts = [...line.text.matchAll(circledNumber)].map(({ index }) => index)
  if (starts.length < 2) return [line]
  const nodesOf = nodesByPart(line)
  const bounds = [...(starts[0] === 0 ? [] : [0]), ...starts]
  return bounds.map((from, index) => {
    const to = bounds[index + 1] ?? line.text.length
    const text = line.text.slice(from, to).replace(/\s[-–—]\s*$|[;；,，、]\s*$/, '')
    const part = withText(line, text)
    return index === 0
      ? { ...part, nodes: nodesOf(from, to) }
      : { ...part, nodes: nodesOf(from, to), strong: false, lead: '', struckLead: '' }
  })
}

/** Reads the lines of a paragraph: headings without a space and typed lists come out as what they are meant to be. */
export function readParagraph(written: Line[]): Block[] {
  const lines = written.flatMap(splitAtNumbers)
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
  const isSignature = lines.length === 1 && signature.test(lines[0]?.text ?? '')
  return lines.some((each) => readBullet(each.text)) && !isSignature ? typedLists(lines) : paragraph(lines)
}

function paragraph(lines: Line[]): Paragraph[] {
  const [first] = lines
  const endLine = lines[lines.length - 1]?.endLine
  return first && endLine ? [{ type: 'paragraph', lines, line: first.line, endLine }] : []
}

/** Lines of which some start with a typed bullet: each such run becomes a list, what is between stays text. */
export function typedLists(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  const read = markReader(lines)
  for (const line of lines) {
    const last = blocks[blocks.length - 1]
    const bulleted = read(line.text)
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

/** Beside a typed list mark on every other line, emoji are marks too: "✅ Done that", "🔧 Add an alert". */
function markReader(lines: readonly Line[]): (text: string) => Bulleted | null {
  const first = lines.findIndex(({ text }) => readBullet(text) !== null)
  const marked = lines.slice(Math.max(0, first))
  if (!marked.every(({ text }) => readBullet(text) ?? startsWithPictograph(text))) return readBullet
  return (text) =>
    readBullet(text) ?? (startsWithPictograph(text) ? { text: dropPictographs(text), checked: null } : null)
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
