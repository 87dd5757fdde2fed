import { takeStatusMark } from '../done.ts'
import { leadingReference } from '../links.ts'
import { readPriority } from '../priority.ts'
import { findLabels } from './labelled.ts'
import { readLabelled, readNote } from './note.ts'
import { parseOwners } from '../owners.ts'
import { isPerson, isTeam } from './people.ts'
import type { Taker } from './taker.ts'
import { handlesIn, noteWindow } from './taker.ts'

/** "✅ …", "DONE: …", "Pending: …"; a tick also at the end. */
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

const leadingBracket =
  /^(?:\[([^[\]]{1,160})\]|\(([^()]{1,160})\)|【([^【】]{1,160})】|（([^（）]{1,160})）)\s*[:：–—-]?\s*(?=\S)/

/** "(P1, @jane) …". */
const takeLeadingBracket: Taker = (text, reference) => {
  const match = leadingBracket.exec(text)
  const facts = match && readNote(match.slice(1).find(Boolean) ?? '', 'round', reference)
  return facts && { text: text.slice(match[0].length), facts }
}

/** "#12: …", "OPS-7 — …": the ticket is a link of the item, not a word of the task. */
const takeLeadingTicket: Taker = (text) => {
  const length = leadingReference(text)
  return length > 0 ? { text: text.slice(length), facts: {} } : null
}

/** "Owner: @jane. …". */
const takeLeadingLabel: Taker = (text, reference) => {
  const end = /[.;。|]\s+(?=\S)/.exec(text.slice(0, 120))
  const [label] = end ? findLabels(text.slice(0, 60)) : []
  if (!end || label?.index !== 0 || end.index < label.valueIndex) return null
  const facts = readLabelled(label.field, text.slice(label.valueIndex, end.index), reference)
  return facts && { text: text.slice(end.index + end[0].length), facts }
}

const leadingHandles =
  /^((?:@[\p{L}\p{N}_-]+[\s,&+/]*(?:and\s)?){1,5})(?:(?:\s?[:：]|\s[-–—])\s*(?=\S)|(?<=\s)(?=\p{Lu}\p{Ll}))/u
const leadingName = /^([^:：]{1,40})[:：]\s+(?=\S)/

/** "@jane: …", "Platform team: …", "Jane: …". */
const takeLeadingOwner: Taker = (text) => {
  const handles = leadingHandles.exec(text.slice(0, noteWindow))
  if (handles) return { text: text.slice(handles[0].length), facts: { owners: handlesIn(handles[1] ?? '') } }
  const name = leadingName.exec(text)
  const owner = name?.[1] ?? ''
  const owners = isTeam(owner, false) ? [owner] : peopleIn(owner)
  return name && owners.length > 0 ? { text: text.slice(name[0].length), facts: { owners } } : null
}

/** "Jane", "Jane Doe", "Jane and Bob": all that the words name, where they are surely people. */
function peopleIn(words: string): string[] {
  const people = /^\p{Lu}/u.test(words) ? parseOwners(words) : []
  return people.every(isPerson) ? people : []
}

/** Takes the notes that stand before the task. */
export const headTakers: readonly Taker[] = [
  takeMark,
  takeLeadingPriority,
  takeLeadingTicket,
  takeLeadingLabel,
  takeLeadingBracket,
  takeLeadingOwner,
]
