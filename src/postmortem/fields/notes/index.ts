import type { IsoDate } from '../../types.ts'
import { takeStatusMark } from '../done.ts'
import { leadingReference } from '../links.ts'
import { readPriority } from '../priority.ts'
import { dropEnd } from '../text.ts'
import type { Facts } from './facts.ts'
import { joinFacts, noFacts } from './facts.ts'
import { readActor, readInlineDue, readInlinePriority } from './inline.ts'
import { findLabels } from './labelled.ts'
import type { Frame } from './note.ts'
import { readLabelled, readNote } from './note.ts'
import { isTeam } from './people.ts'

/** Everything that an item's own text states about the item, and the text without those notes. */
export interface FieldNotes extends Facts {
  text: string
}

/** What one step took off the text. */
interface Step {
  text: string
  facts: Partial<Facts>
}
type Taker = (text: string, reference: IsoDate | null) => Step | null

/** Notes are short: only so much of the end of a text is searched for them. */
const tailLength = 320
/** More notes than this on one item are no notes. */
const mostNotes = 12

/**
 * Reads all field notes of an item's text: the call for a list item, a line, a sentence or a heading.
 *
 * Notes that stand apart are taken off the text: "(owner: Jane, due Friday)", "[P1]", "✅", "DONE:", "— @ops",
 * "Owner: Jane". What is part of the sentence stays: "by May 30", "within two weeks", "The ops team will …".
 *
 * @param text plain text, without list mark, number and check box.
 * @param reference the day that relative deadlines count from.
 * @returns the facts, and `text` as a subsequence of the text that was given.
 */
export function takeFieldNotes(text: string, reference: IsoDate | null): FieldNotes {
  let rest = text.trim()
  let facts: Facts = noFacts
  for (let notes = 0; notes < mostNotes; notes += 1) {
    const step = takeNext(rest, reference)
    if (!step || step.text.trim() === '') break
    facts = joinFacts(facts, step.facts)
    rest = step.text.trim()
  }
  const due = facts.dueText === null ? readInlineDue(rest, reference) : null
  const owners = facts.owners.length === 0 ? readActor(rest) : []
  return { text: rest, ...joinFacts(facts, { ...due, owners, priority: readInlinePriority(rest) }) }
}

function takeNext(text: string, reference: IsoDate | null): Step | null {
  for (const take of takers) {
    const step = take(text, reference)
    if (step) return step
  }
  return null
}

const takeMark: Taker = (text) => {
  const mark = takeStatusMark(text)
  return mark && { text: mark.text, facts: { done: mark.done } }
}

const leadingLevel = /^[[(]?(P[0-5])[\])]?(?:\s?[:：]|\s?[-–—]|\s)\s*(?=\S)/
const leadingWord =
  /^(?:[[(](\p{L}+(?: priority)?)[\])]\s?[:：]?|(\p{Lu}+)(?:\s?[:：]|\s[-–—]|(?=\s))|(\p{Lu}\p{Ll}+(?: [Pp]riority)?)\s?[:：])\s*(?=\S)/u

/** "P1: …", "[High] …", "HIGH …". */
const takeLeadingPriority: Taker = (text) => {
  const level = leadingLevel.exec(text)
  if (level?.[1] !== undefined) return { text: text.slice(level[0].length), facts: { priority: level[1] } }
  const word = leadingWord.exec(text)
  const priority = word && readPriority(word[1] ?? word[2] ?? word[3] ?? '')
  return priority ? { text: text.slice(word[0].length), facts: { priority } } : null
}

const leadingBracket = /^(?:\[([^[\]]{1,160})\]|\(([^()]{1,160})\))\s*[:：–—-]?\s*(?=\S)/

/** "(P1, @jane) …". */
const takeLeadingBracket: Taker = (text, reference) => {
  const match = leadingBracket.exec(text)
  const facts = match && readNote(match[1] ?? match[2] ?? '', 'round', reference)
  return facts && { text: text.slice(match[0].length), facts }
}

/** "#12: …", "OPS-7 — …": the ticket is a link of the item, not a word of the task. */
const takeLeadingTicket: Taker = (text) => {
  const length = leadingReference(text)
  return length > 0 ? { text: text.slice(length), facts: {} } : null
}

/** "Owner: @jane. …". */
const takeLeadingLabel: Taker = (text, reference) => {
  const [label] = findLabels(text.slice(0, 60))
  const end = /[.;。|]\s+(?=\S)/.exec(text.slice(0, 120))
  if (label?.index !== 0 || !end || end.index < label.valueIndex) return null
  const facts = readLabelled(label.field, text.slice(label.valueIndex, end.index), reference)
  return facts && { text: text.slice(end.index + end[0].length), facts }
}

const leadingHandles = /^((?:@[\p{L}\p{N}_-]+[\s,&]*){1,5})(?:\s?[:：]|\s[-–—])\s*(?=\S)/u
const leadingName = /^([^:：]{1,40})[:：]\s+(?=\S)/

/** "@jane: …", "Platform team: …". */
const takeLeadingOwner: Taker = (text) => {
  const handles = leadingHandles.exec(text.slice(0, tailLength))
  if (handles) return { text: text.slice(handles[0].length), facts: { owners: handlesIn(handles[1]) } }
  const name = leadingName.exec(text)
  const owner = name?.[1] ?? ''
  return name && isTeam(owner, false)
    ? { text: text.slice(name[0].length), facts: { owners: [owner] } }
    : null
}

function handlesIn(text = ''): string[] {
  return text.match(/@[\p{L}\p{N}_-]+/gu) ?? []
}

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
  if (start < Math.max(0, end - tailLength)) return null
  const facts = readNote(text.slice(start + 1, end - 1), frame, reference)
  return facts && { text: text.slice(0, start).trimEnd() + text.slice(end).trim(), facts }
}

/** "… Owner: Jane Due: Friday". */
const takeTrailingLabels: Taker = (text, reference) => {
  const offset = Math.max(0, text.length - tailLength)
  const label = findLabels(text.slice(offset)).at(-1)
  if (!label || isInsideBracket(text.slice(offset, offset + label.index))) return null
  const facts = readLabelled(label.field, text.slice(offset + label.valueIndex), reference)
  return facts && { text: dropEnd(text.slice(0, offset + label.index), ',;|–—([*-'), facts }
}

/** Whether a text ends within a bracket that it opens: what follows is part of that remark. */
function isInsideBracket(text: string): boolean {
  return (
    Math.max(text.lastIndexOf('('), text.lastIndexOf('（')) >
    Math.max(text.lastIndexOf(')'), text.lastIndexOf('）'))
  )
}

const lastSeparator = /.*(?:\s[-–—|→]+\s*|[;|。]\s*|[.,]\s+)/s

/** "… — @jane", "…; done", "…, due Friday". */
const takeTrailingPhrase: Taker = (text, reference) => {
  const offset = Math.max(0, text.length - tailLength)
  const match = lastSeparator.exec(text.slice(offset))
  if (!match) return null
  const begin = offset + match[0].length
  const facts = readNote(dropEnd(text.slice(begin), '.'), 'dash', reference)
  return facts && { text: dropEnd(text.slice(0, begin), ',;|–—→-'), facts }
}

const trailingHandles = /(?:^|\s)((?:@[\p{L}\p{N}_-]+[\s,&]*){1,5})$/u
/** Words before a handle that is part of the sentence. */
const leadsToHandle =
  /(?:^|\s)(?:with|to|from|for|of|and|or|ask|tell|ping|the|in|on|at|cc|via|notify|upgrade|update|install|use|using|remove|add|pin)$/i

/** "… @jane". */
const takeTrailingHandles: Taker = (text) => {
  const match = trailingHandles.exec(dropEnd(text.slice(-tailLength), '.'))
  if (!match) return null
  const begin = text.lastIndexOf(match[1] ?? '')
  const before = text.slice(0, begin).trimEnd()
  if (leadsToHandle.test(before)) return null
  return { text: before, facts: { owners: handlesIn(match[1]) } }
}

const takers: readonly Taker[] = [
  takeMark,
  takeLeadingPriority,
  takeLeadingTicket,
  takeLeadingLabel,
  takeLeadingBracket,
  takeLeadingOwner,
  takeTrailingBracket,
  takeTrailingLabels,
  takeTrailingPhrase,
  takeTrailingHandles,
]
