import { lexicons } from '../lexicon/index.ts'
import { anyOf, dropEnd } from '../text.ts'
import { fieldOfHeader } from '../labels.ts'
import { findLabels, type Label } from './labelled.ts'
import type { Frame } from './note.ts'
import { readLabelled, readNote } from './note.ts'
import { isPerson } from './people.ts'
import type { Taker } from './taker.ts'
import { handlesIn, noteWindow } from './taker.ts'

const closing: Partial<Record<string, [open: string, frame: Frame]>> = {
  ')': ['(', 'round'],
  '）': ['（', 'round'],
  ']': ['[', 'square'],
  '】': ['【', 'square'],
}

/** "… (owner: Jane)", "… [Jane]". */
const takeTrailingBracket: Taker = (text, reference) => {
  const end = dropEnd(text, '.。;,').length
  const [open, frame] = closing[text.charAt(end - 1)] ?? []
  if (open === undefined || frame === undefined) return null
  const start = text.lastIndexOf(open, end - 2)
  if (start < Math.max(0, end - noteWindow)) return null
  const facts = readNote(text.slice(start + 1, end - 1), frame, reference)
  return facts && { text: text.slice(0, start).trimEnd() + text.slice(end).trim(), facts }
}

/** "… Owner: Jane Due: Friday". */
const takeTrailingLabels: Taker = (text, reference) => {
  const offset = Math.max(0, text.length - noteWindow)
  const label = lastLabel(text.slice(offset))
  if (!label || isInsideBracket(text.slice(offset, offset + label.index))) return null
  const facts = readLabelled(label.field, text.slice(offset + label.valueIndex), reference)
  return facts && { text: dropEnd(text.slice(0, offset + label.index), ',;|–—([*-'), facts }
}

/** Behind the label of a field also the words of table headers count: "Owner: Jane, date: Friday". */
function lastLabel(text: string): Label | undefined {
  const label = findLabels(text).at(-1)
  const more = label && findLabels(text.slice(label.valueIndex), fieldOfHeader).at(-1)
  if (!more) return label
  return { ...more, index: label.valueIndex + more.index, valueIndex: label.valueIndex + more.valueIndex }
}

/** Whether a text ends within a bracket that it opens: what follows is part of that remark. */
function isInsideBracket(text: string): boolean {
  return (
    Math.max(text.lastIndexOf('('), text.lastIndexOf('（')) >
    Math.max(text.lastIndexOf(')'), text.lastIndexOf('）'))
  )
}

/** Anchored like the next: without that, a text that has none is searched again from each of its characters. */
const lastDash = /^.*\s(?:[–—→⇒←⇐|]+|<-|-{1,2}>?|={1,2}>|\/\/)\s+/s
/** A name behind a dash is an owner's where a task stands before it: "Use Redis - Cluster" is too short for most. */
const fewestWordsOfTask = 3
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** "… — @jane", "… → Jane, by Friday", "… - OPS-7". */
const takeTrailingDash: Taker = (text, reference) => {
  const offset = Math.max(0, text.length - noteWindow)
  const match = lastDash.exec(text.slice(offset))
  if (!match || isInsideBracket(match[0])) return null
  const begin = offset + match[0].length
  const before = dropEnd(text.slice(0, begin), ',;|–—→⇒←⇐=<>/-')
  const note = dropEnd(text.slice(begin), '.')
  const isShort = before.split(' ', fewestWordsOfTask).length < fewestWordsOfTask
  if (isShort && !unspaced.test(before) && !isPerson(note)) return null
  const facts = readNote(note, 'dash', reference)
  return facts && { text: before, facts }
}

const lastSeparator = /^.*(?:\s[-–—|→]+\s*|[;|。]\s*|[.,]\s+)/s

/** "…; done", "…, due Friday". */
const takeTrailingPhrase: Taker = (text, reference) => {
  const offset = Math.max(0, text.length - noteWindow)
  const match = lastSeparator.exec(text.slice(offset))
  if (!match || isInsideBracket(match[0])) return null
  const begin = offset + match[0].length
  const facts = readNote(dropEnd(text.slice(begin), '.'), 'stop', reference)
  return facts && { text: dropEnd(text.slice(0, begin), ',;|–—→-'), facts }
}

const trailingHandles = /(?:^|\s)((?:@[\p{L}\p{N}_-]+[\s,&]*){1,5})$/u
/** Words before a handle that is part of the sentence. */
const leadsToHandle =
  /(?:^|\s)(?:with|to|from|for|of|and|or|ask|tell|ping|the|in|on|at|cc|via|notify|upgrade|update|install|use|using|remove|add|pin)$/i

/** "… @jane". */
const takeTrailingHandles: Taker = (text) => {
  const match = trailingHandles.exec(dropEnd(text.slice(-noteWindow), '.'))
  if (!match) return null
  const begin = text.lastIndexOf(match[1] ?? '')
  const before = text.slice(0, begin).trimEnd()
  if (leadsToHandle.test(before.slice(-20))) return null
  return { text: before, facts: { owners: handlesIn(match[1] ?? '') } }
}

const handlesWithDeadline = /(?:^|\s)((?:@[\p{L}\p{N}_-]+[\s,&]*){1,5})(?<=\s)([^@]{2,40})$/u

/** "… @jane by Friday", "… @jane 2026-06-30". */
const takeHandlesWithDeadline: Taker = (text, reference) => {
  const tail = dropEnd(text.slice(-noteWindow), '.')
  if (!tail.includes('@')) return null
  const [, handles = '', words = ''] = handlesWithDeadline.exec(tail) ?? []
  const begin = text.lastIndexOf(handles + words)
  const before = text.slice(0, begin).trimEnd()
  if (handles === '' || before === '' || leadsToHandle.test(before.slice(-20))) return null
  const facts = readNote(words, 'round', reference)
  return facts?.dueText == null ? null : { text: before, facts: { ...facts, owners: handlesIn(handles) } }
}

const longestUnspacedNote = 20
const ownerLabels = lexicons
  .flatMap(({ labels }) => labels.owner ?? [])
  .filter((label) => /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(label))
const ownerWithoutColon = new RegExp(
  String.raw`[，,；;、]\s*${anyOf(ownerLabels)}\s?([\p{Script=Han}\p{Script=Hangul}]{2,4})$`,
  'u',
)

/** "…，负责人张三": scripts without spaces need no colon either. */
const takeOwnerWithoutColon: Taker = (text) => {
  const match = ownerWithoutColon.exec(dropEnd(text.slice(-longestUnspacedNote), '.。'))
  return match && { text: text.slice(0, text.lastIndexOf(match[0])), facts: { owners: [match[1] ?? ''] } }
}

const referencesBehindBracket = /(?<=[)）\]])(?:[\s,]+(?:#\d{1,7}|[A-Z][A-Z0-9]{1,9}-\d{1,6})){1,5}$/

/** "… (@jane) #12": the references hide the bracket. */
const takeTrailingReference: Taker = (text) => {
  const references = referencesBehindBracket.exec(text.slice(-noteWindow))?.[0] ?? ''
  return references === '' ? null : { text: text.slice(0, text.length - references.length), facts: {} }
}

const trailingAddress = /\s+https?:\/\/\S+$/
/** Signs and words before an address that is part of the sentence. */
const leadsToAddress =
  /(?:[:：,，;(]|(?:^|\s)(?:see|at|in|on|from|to|with|via|per|by|is|and|or|of|using|use|ver|voir|siehe|se))$/i

/** "… https://github.com/acme/api/issues/7". */
const takeTrailingAddress: Taker = (text) => {
  const address = trailingAddress.exec(text.slice(-noteWindow))?.[0] ?? ''
  const before = text.slice(0, text.length - address.length)
  return address === '' || leadsToAddress.test(before.slice(-20)) ? null : { text: before, facts: {} }
}

/** Takes the notes that stand behind the task. */
export const tailTakers: readonly Taker[] = [
  takeTrailingReference,
  takeTrailingBracket,
  takeTrailingLabels,
  takeTrailingDash,
  takeTrailingPhrase,
  takeOwnerWithoutColon,
  takeTrailingHandles,
  takeHandlesWithDeadline,
  takeTrailingAddress,
]
