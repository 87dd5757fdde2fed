import { readBox } from '../blocks/bullets.ts'
import { joinLines, withoutCode, withText } from '../blocks/lines.ts'
import type { Line, List, ListItem } from '../blocks/types.ts'
import { isBareLabel, isFieldLine } from '../sections/labels.ts'
import { accept, reject, type Context } from './context.ts'
import { detailsOf, linesOf, statedField } from './from-heading.ts'
import { isPlaceholder } from './placeholders.ts'
import { concludes, introduces, startsWithAction } from './wording.ts'

const mostWordsOfCategory = 3

/** Reads the items of a list in a follow-up section. */
export function readList(list: List, context: Context): void {
  const groups = list.items.filter((item) => namesItsSubItems(item) !== null)
  const grouped = groups.filter(namesItsSubItems).length * 2 > groups.length
  for (const item of list.items) readItem(item, grouped, context)
}

/** @param grouped whether the labels of this list name groups: its items decide together. */
function readItem(item: ListItem, grouped: boolean, context: Context): void {
  const head = withoutClosingLine(item, context)
  if (!head) {
    readChildren(item, context)
    return
  }
  if (namesItsSubItems(item) !== null && (grouped || holdsBoxes(item))) {
    reject(context, head.text, item, 'a label over the items below it')
    readChildren(item, { ...context, section: head.text.replace(/[:：]$/, '') })
  } else if (isPlaceholder(withoutCode(head))) reject(context, head.text, item, 'a template placeholder')
  else if (item.checked === null && concludes(head.text)) reject(context, head.text, item, 'a closing remark')
  else if (item.checked === null && introduces(head.text) && item.children.length === 0)
    reject(context, head.text, item, 'an introduction')
  else {
    accept(context, withBody(head, item), item, reasonOf(item), {
      number: item.number === null ? null : String(item.number),
      done: item.checked === true,
      fields: item.children.flatMap(linesOf).flatMap(statedField),
      nodes: [...head.nodes, ...item.children.flatMap(linesOf).flatMap((line) => line.nodes)],
      details: detailsOf(item.children),
    })
  }
}

/** "**Title:**" with its description in a paragraph below reads like "**Title:** description". */
function withBody(head: Line, item: ListItem): Line {
  const [body] = item.children
  if (!isBareLabel(head) || body?.type !== 'paragraph') return head
  return joinLines([head, ...body.lines]) ?? head
}

/** A closing remark typed right below the last item becomes part of it in Markdown; here it is taken off again. */
function withoutClosingLine(item: ListItem, context: Context): Line | null {
  const last = item.lines[item.lines.length - 1]
  if (!item.head || !last || item.lines.length < 2 || !concludes(last.text)) return item.head
  reject(context, last.text, last, 'a closing remark')
  const rest = joinLines(item.lines.slice(0, -1))
  return rest && withText(rest, readBox(rest.text).text)
}

/**
 * Whether an item only names the group that its sub-items belong to.
 *
 * @returns null for an item that cannot: without sub-items, with a check box, or too much of a sentence.
 */
function namesItsSubItems(item: ListItem): boolean | null {
  const { head } = item
  const subItems = item.children.flatMap(linesOf).filter((line) => !isFieldLine(line.text))
  if (
    !head ||
    item.checked !== null ||
    !item.children.some(({ type }) => type === 'list') ||
    subItems.length === 0
  )
    return null
  if (holdsBoxes(item)) return true
  const acts = head.text.includes(' ') && startsWithAction(head.text)
  if (!isBareLabel(head) && (acts || !isShortName(head.text))) return null
  const acting = subItems.filter((sub) => startsWithAction(sub.text)).length
  return acts ? acting > subItems.length / 2 && subItems.length > 1 : acting * 2 >= subItems.length
}

function holdsBoxes(item: ListItem): boolean {
  return item.children.some(
    (block) => block.type === 'list' && block.items.some((sub) => sub.checked !== null),
  )
}

function isShortName(text: string): boolean {
  return text.split(' ').length <= mostWordsOfCategory && !/[.!?。]$/.test(text)
}

function readChildren(item: ListItem, context: Context): void {
  for (const block of item.children) if (block.type === 'list') readList(block, context)
}

function reasonOf(item: ListItem): string {
  if (item.checked !== null) return 'a check box'
  return item.children.length > 0 ? 'a list item with details' : 'a list item'
}
