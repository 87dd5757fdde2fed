import { readBox } from '../blocks/bullets.ts'
import { joinLines, withoutCode, withText } from '../blocks/line.ts'
import type { Line, List, ListItem } from '../blocks/types.ts'
import { describes, fieldsOfLine, isBareLabel, isFieldLine, nameOf } from '../sections/labels.ts'
import { readName } from '../sections/names.ts'
import type { Candidate } from './candidates.ts'
import { accept, reject, type Context } from './context.ts'
import { fieldBlockIn, readFieldBlock } from './field-block.ts'
import { checksForm } from './form-checklist.ts'
import { detailsOf, linesOf } from './from-heading.ts'
import { ownerOfLabel } from './inherited.ts'
import { isPlaceholder } from './placeholders.ts'
import { isTimelineEntry } from './timeline.ts'
import { concludes, introduces, startsWithAction } from './wording.ts'

const mostWordsOfCategory = 3
/** A colon at the end of a title that is no running text, however long. */
const title = /^(?:(?![.!?]\s).)+[:：]$/u

/** Reads the items of a list in a follow-up section. */
export function readList(list: List, context: Context): void {
  if (checksForm(list)) {
    for (const item of list.items)
      reject(context, item.head?.text ?? '', item, 'a box about the report itself')
    return
  }
  const groups = list.items.filter((item) => namesItsSubItems(item) !== null)
  const grouped = groups.filter(namesItsSubItems).length * 2 >= groups.length
  let task: Candidate | undefined
  for (const item of list.items) {
    if (!isField(item) || fieldBlockIn(item)) {
      readItem(item, grouped, context)
      const last = context.candidates.at(-1)
      task = last && last.line >= item.line ? last : undefined
    } else if (task) give(task, item)
    else reject(context, item.head?.text ?? '', item, 'a field of no item in its list')
  }
}

/** "- Owner: Ada" as a bullet beside the task that it belongs to. */
function isField({ head, checked, children }: ListItem): boolean {
  return head !== null && checked === null && children.length === 0 && isFieldLine(head.text)
}

function give(task: Candidate, { head, endLine }: ListItem): void {
  task.fields.push(...fieldsOfLine(head?.text ?? ''))
  task.nodes.push(...(head?.nodes ?? []))
  task.endLine = endLine
}

/** @param grouped whether the labels of this list name groups: its items decide together. */
function readItem(item: ListItem, grouped: boolean, context: Context): void {
  const block = fieldBlockIn(item)
  if (block) {
    readFieldBlock(block, item, context)
    return
  }
  const head = ownWords(item, context)
  if (!head) {
    readChildren(item, context)
    return
  }
  const why = reasonAgainst(head, item)
  if (namesItsSubItems(item) !== null && (grouped || holdsBoxes(item))) {
    reject(context, head.text, item, 'a label over the items below it')
    const inherited = [...ownerOfLabel(nameOf(head)), ...context.inherited]
    readChildren(item, { ...context, section: nameOf(head), inherited })
  } else if (why) reject(context, head.text, item, why)
  else readTask(head, item, context)
}

function readTask(head: Line, item: ListItem, context: Context): void {
  const body = bodyOf(head, item)
  const below = item.children.flatMap(linesOf)
  accept(context, joinLines([head, ...(body ?? [])]) ?? head, item, reasonOf(item), {
    number: item.number === null ? null : String(item.number),
    done: item.checked === true,
    fields: [...item.lines.slice(1), ...below].flatMap(({ text }) => fieldsOfLine(text)),
    nodes: [head, ...below].flatMap(({ nodes }) => nodes),
    details: detailsOf(body ? item.children.slice(1) : item.children),
  })
}

/** Why a list item is no task of its own; an item with a check box is one, unless it is left over from a template. */
function reasonAgainst(head: Line, item: ListItem): string | null {
  if (isPlaceholder(withoutCode(head))) return 'a template placeholder'
  if (item.checked !== null) return null
  if (describes(head.text)) return 'an explanation'
  if (concludes(head.text)) return 'a closing remark'
  if (isTimelineEntry(head.text)) return 'an entry of a timeline'
  return introduces(head.text) && item.children.length === 0 ? 'an introduction' : null
}

/** "**Title:**" with its description in a paragraph below reads like "**Title:** description". */
function bodyOf(head: Line, item: ListItem): Line[] | null {
  const [body] = item.children
  const titled = isBareLabel(head) || title.test(head.text)
  return titled && body?.type === 'paragraph' && !isFieldLine(body.lines[0]?.text ?? '') ? body.lines : null
}

/** The lines of an item's first paragraph that are its own words, without fields and closing remark below them. */
function ownWords(item: ListItem, context: Context): Line | null {
  const [, ...below] = item.lines
  const fields = below.filter((line) => isFieldLine(line.text))
  const last = below[below.length - 1]
  const closing = last && concludes(last.text) ? last : undefined
  if (closing) reject(context, closing.text, closing, 'a closing remark')
  if (!item.head || (fields.length === 0 && !closing)) return item.head
  const own = joinLines(item.lines.filter((line) => !fields.includes(line) && line !== closing))
  return own && withText(own, readBox(own.text).text)
}

/**
 * Whether an item only names the group that its sub-items belong to.
 *
 * @returns null for an item that cannot: without sub-items, with a check box, or too much of a sentence.
 */
function namesItsSubItems(item: ListItem): boolean | null {
  const { head } = item
  const subItems = item.children.flatMap(linesOf).filter((line) => !isFieldLine(line.text))
  if (!head || subItems.length === 0 || !item.children.some(({ type }) => type === 'list')) return null
  if (item.checked !== null) {
    const names = /[:：]$/.test(head.text) || (isShortName(head.text) && !startsWithAction(head.text))
    return holdsBoxes(item) && names ? true : null
  }
  if (holdsBoxes(item)) return true
  if (isBareLabel(head) && readName(head.text).horizon) return true
  if (subItems.filter(({ text }) => describes(text)).length * 2 > subItems.length) return null
  const acts = head.text.includes(' ') && startsWithAction(head.text)
  if (!isBareLabel(head) && (acts || !isShortName(head.text))) return null
  if (
    item.head?.strong === true &&
    isBareLabel(head) &&
    !acts &&
    subItems.length > 1 &&
    subItems.every(isSentence)
  )
    return true
  const acting = subItems.filter((sub) => startsWithAction(sub.text)).length
  return acts ? acting > subItems.length / 2 && subItems.length > 1 : acting * 2 >= subItems.length
}

function holdsBoxes(item: ListItem): boolean {
  return item.children.some(
    (block) => block.type === 'list' && block.items.some((sub) => sub.checked !== null),
  )
}

/** "We threw the script away." */
function isSentence({ text }: Line): boolean {
  return /[.!?。]$/.test(text) && text.split(' ').length > mostWordsOfCategory
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
