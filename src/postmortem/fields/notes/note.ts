import type { IsoDate } from '../../types.ts'
import { isDoneMark, isOpenMark } from '../done.ts'
import { beginsWithDay, readDeadline } from '../due/deadline.ts'
import { parseDue, type Due } from '../due/index.ts'
import { fieldOfHeader, fieldOfLabel } from '../labels.ts'
import type { Field } from '../lexicon/index.ts'
import { collectLinks } from '../links.ts'
import { readPriority } from '../priority.ts'
import { anyOf, comparable, dropEnd, wordsOf } from '../text.ts'
import { readCondition, readInCompany } from './company.ts'
import type { Facts } from './facts.ts'
import { joinFacts, noFacts } from './facts.ts'
import { findLabels, readValue } from './labelled.ts'
import { readPeople } from './owner-part.ts'
import { beginsAsTeam } from './people.ts'

/** How a note stands apart from the text. A name alone is believed in brackets and behind a dash only. */
export type Frame = 'round' | 'square' | 'dash' | 'stop' | 'labelled'

const longestNote = 160
const mostParts = 12
const separator = /\s*[,;|·•、，；]\s*|\s[-–—/]\s/
const someday = wordsOf('someday')
const withinWords = new RegExp(
  String.raw`^${anyOf(wordsOf('within'))}|${anyOf(wordsOf('withinAfter'))}$`,
  'iu',
)
const dueWords = new RegExp(String.raw`^(?:${anyOf(wordsOf('by'))})`, 'iu')

/**
 * Reads a note that stands in brackets or behind a dash: "owner: Jane, due Friday", "P1", "@ops", "done in #12".
 *
 * @returns null where any part of it says something else: then it belongs to the task's words.
 */
export function readNote(note: string, frame: Frame, reference: IsoDate | null): Facts | null {
  if (note.length > longestNote) return null
  const labels = findLabels(note).length > 0 ? findLabels(note, fieldOfHeader) : []
  let facts: Facts | null = readUnlabelled(note.slice(0, labels[0]?.index ?? note.length), frame, reference)
  for (const [position, { field, valueIndex }] of labels.entries()) {
    const end = labels[position + 1]?.index ?? note.length
    const value = readLabelled(field, note.slice(valueIndex, end), reference)
    if (!value || !facts) return null
    facts = joinFacts(facts, value)
  }
  return facts
}

/** Fields whose value other facts may follow without a label: "owner: Jane, by Friday, P1", "due: in two weeks, P1". */
const leaders = new Set<Field>(['owner', 'due', 'priority'])

/** Reads the value of a label, and what stands behind it without one. */
export function readLabelled(field: Field, value: string, reference: IsoDate | null): Facts | null {
  const signs = leaders.has(field)
    ? [...value.slice(0, longestNote).matchAll(/\s*[,;，；]\s*/g)].slice(0, mostParts)
    : []
  for (const { index, 0: sign } of signs) {
    const rest = readUnlabelled(value.slice(index + sign.length), 'labelled', reference)
    // "Friday, June 3" is one deadline.
    if (field === 'due' && rest?.dueText != null) continue
    const first = rest && readValue(field, value.slice(0, index), reference)
    if (first) return joinFacts(joinFacts(noFacts, first), rest)
  }
  const whole = readValue(field, value, reference)
  return whole && joinFacts(noFacts, whole)
}

function readUnlabelled(text: string, frame: Frame, reference: IsoDate | null): Facts | null {
  const trimmed = dropEnd(text, ',;|.·•–—-').trimStart()
  if (trimmed === '') return text === '' || /[,;|]/.test(text) ? noFacts : null
  const whole = readPart(trimmed, frame, reference)
  if (whole) return joinFacts(noFacts, whole)
  const parts = trimmed.split(separator).filter((part) => part !== '')
  if (parts.length < 2 || parts.length > mostParts) return null
  const read = parts.map((part) => readPart(part, frame, reference))
  const company = frame === 'stop' ? read : readInCompany(parts, read, frame === 'dash', reference)
  if (company.some((facts, index) => !facts && collectLinks(parts[index] ?? '').length === 0)) return null
  if (company.every((facts) => !facts)) return null
  return company.reduce<Facts>((facts, more) => joinFacts(facts, more ?? {}), noFacts)
}

function readPart(part: string, frame: Frame, reference: IsoDate | null): Partial<Facts> | null {
  if ((frame === 'dash' || frame === 'square') && isReference(part)) return {}
  if (frame !== 'dash' && frame !== 'stop' && isLinkWord(part)) return {}
  if (isDoneMark(part)) return { done: true }
  if ((frame === 'square' || frame === 'dash') && isOpenMark(part)) return {}
  const priority = readPriority(part)
  if (priority !== null) return { priority }
  return readPhrase(part, reference) ?? readDueWords(part, frame, reference) ?? readPeople(part, frame)
}

/** "— OPS-7": nothing but the references that are links of the item. */
function isReference(part: string): boolean {
  const rest = collectLinks(part).reduce((words, link) => words.replace(link, ''), part)
  return rest !== part && !/[\p{L}\p{N}]/u.test(rest)
}

/** "[PR]", "[link to the issue]": what a link is called, without the link. */
function isLinkWord(part: string): boolean {
  return fieldOfLabel(part) === 'ticket' || /^links? to /i.test(part)
}

/** "assigned to Jane", "due Friday": a label without its colon. */
function readPhrase(part: string, reference: IsoDate | null): Partial<Facts> | null {
  const spaces = [...part.matchAll(/\s+/g)].slice(0, 3).reverse()
  for (const { index, 0: space } of spaces) {
    const field = fieldOfLabel(part.slice(0, index))
    const value = part.slice(index + space.length)
    if (field === 'owner' && beginsAsTeam(part)) return { owners: [part] }
    if (field === 'due' && isWholeDeadline(value, reference)) return parseDue(value, reference)
    if (field === 'owner' && /^[@\p{Lu}]/u.test(value)) return readValue(field, value, reference)
    if (field === 'priority' && readPriority(value) !== null) return { priority: readPriority(value) }
  }
  return null
}

/** Whether a value states a deadline and no further part of the note. */
function isWholeDeadline(value: string, reference: IsoDate | null): boolean {
  const deadline = readDeadline(value, reference)
  return deadline !== null && !separator.test(value.slice(deadline.length))
}

/**
 * A deadline without a label. In a note a calendar period alone is one, a bare day only where it lies ahead, and a
 * length of time only behind "within": "(2 weeks)" can be the effort.
 */
function readDueWords(part: string, frame: Frame, reference: IsoDate | null): Partial<Facts> | null {
  if (/\d:\d/.test(part)) return null
  if (someday.has(comparable(part))) return { due: null, dueText: part }
  const deadline = readDeadline(part, reference)
  if (deadline?.length !== part.length) return frame === 'labelled' ? readCondition(part) : null
  const preposition = dueWords.exec(part)
  if (preposition && frame === 'stop') return null
  if (preposition) return { due: deadline.due, dueText: part.slice(preposition[0].length).trimStart() }
  const stated: Due = { due: deadline.due, dueText: part }
  if (deadline.isLength) return withinWords.test(part) ? stated : null
  const ahead = reference !== null && deadline.due !== null && deadline.due >= reference
  return ahead || !beginsWithDay(part.slice(deadline.begin), reference) ? stated : null
}
