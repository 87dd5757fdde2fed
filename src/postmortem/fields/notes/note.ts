import type { IsoDate } from '../../types.ts'
import { isDoneMark } from '../done.ts'
import { findDeadline } from '../due/deadline.ts'
import { parseDue } from '../due/index.ts'
import { fieldOfHeader, fieldOfLabel } from '../labels.ts'
import { collectLinks } from '../links.ts'
import { isNobody } from '../owners.ts'
import { readPriority } from '../priority.ts'
import { anyOf, comparable, wordsOf } from '../text.ts'
import type { Facts } from './facts.ts'
import { joinFacts, noFacts } from './facts.ts'
import { findLabels, readValue } from './labelled.ts'

/** How a note stands apart from the text. Names alone are believed in square brackets only. */
export type Frame = 'round' | 'square' | 'dash'

const longestNote = 160
const separator = /\s*[,;|·•、，；]\s*|\s[-–—/]\s/
const handle = /^(?:cc:?\s)?@[\p{L}\p{N}][\w.-]*(?:\/[\w.-]+)?$/u
const team = new RegExp(String.raw`(?<=^|[\s\p{L}])(?:${anyOf(wordsOf('team'))})$`, 'iu')
const teamNames = wordsOf('teamNames')
const name = /^\p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u
const dueWords = new RegExp(String.raw`^(?:${anyOf(wordsOf('by'))})`, 'iu')

/**
 * Reads a note that stands in brackets or behind a dash: "owner: Jane, due Friday", "P1", "@ops", "done in #12".
 *
 * @returns null where any part of it says something else: then it belongs to the task's words.
 */
export function readNote(note: string, frame: Frame, reference: IsoDate | null): Facts | null {
  if (note.length > longestNote) return null
  const labels = findLabels(note)
  const unlabelled = note.slice(0, labels[0]?.index ?? note.length)
  let facts: Facts | null = readUnlabelled(unlabelled, frame, reference)
  for (const [position, { field, valueIndex }] of labels.entries()) {
    const value = readValue(
      field,
      note.slice(valueIndex, labels[position + 1]?.index ?? note.length),
      reference,
    )
    if (!value || !facts) return null
    facts = joinFacts(facts, value)
  }
  return facts
}

function readUnlabelled(text: string, frame: Frame, reference: IsoDate | null): Facts | null {
  const trimmed = text.trim().replace(/[\s,;|.·•–—-]+$/, '')
  if (trimmed === '') return text === '' || /[,;|]/.test(text) ? noFacts : null
  const whole = readPart(trimmed, frame, reference)
  if (whole) return joinFacts(noFacts, whole)
  const parts = trimmed.split(separator).filter((part) => part !== '')
  if (parts.length < 2) return null
  let facts: Facts = noFacts
  let understood = false
  for (const part of parts) {
    const read = readPart(part, frame, reference)
    if (!read && collectLinks(part).length === 0) return null
    understood ||= read !== null
    facts = joinFacts(facts, read ?? {})
  }
  return understood ? facts : null
}

function readPart(part: string, frame: Frame, reference: IsoDate | null): Partial<Facts> | null {
  if (isDoneMark(part)) return { done: true }
  const priority = readPriority(part)
  if (priority !== null) return { priority }
  if (handle.test(part)) return { owners: [part.replace(/^cc:?\s/, '')] }
  if (isTeam(part, frame) || (frame === 'square' && isName(part))) return { owners: [part] }
  return readPhrase(part, reference) ?? readDueWords(part, frame, reference)
}

/** "assigned to Jane", "due Friday": a label without its colon. */
function readPhrase(part: string, reference: IsoDate | null): Partial<Facts> | null {
  const spaces = [...part.matchAll(/\s+/g)].slice(0, 3).reverse()
  for (const { index, 0: space } of spaces) {
    const field = fieldOfLabel(part.slice(0, index))
    const value = part.slice(index + space.length)
    if (field === 'due' && findDeadline(value, reference)?.index === 0) return parseDue(value, reference)
    if (field === 'owner' && value.split(/\s/).length <= 4 && /^[@\p{Lu}]/u.test(value))
      return readValue(field, value, reference)
    if (field === 'priority' && readPriority(value) !== null) return { priority: readPriority(value) }
  }
  return null
}

/** A deadline without a label. In brackets a calendar period alone is one, a bare day only where it lies ahead. */
function readDueWords(part: string, frame: Frame, reference: IsoDate | null): Partial<Facts> | null {
  if (frame === 'dash' || /\d:\d/.test(part)) return null
  const deadline = findDeadline(part, reference)
  if (deadline?.index !== 0) return null
  const preposition = dueWords.exec(part)
  const stated = parseDue(preposition ? part.slice(preposition[0].length) : part, reference)
  const coversAll = deadline.end === part.length
  if (preposition) return coversAll ? stated : null
  const ahead = reference !== null && deadline.due !== null && deadline.due >= reference
  return coversAll && (deadline.period || ahead) ? stated : null
}

function isTeam(part: string, frame: Frame): boolean {
  const words = part.split(/\s+/)
  if (frame === 'square' && teamNames.has(comparable(part))) return true
  return (
    words.length <= 4 &&
    team.test(part) &&
    comparable(part) !== '' &&
    !isNobody(part) &&
    (words.length > 1 || !/^\p{Ll}/u.test(part))
  )
}

function isName(part: string): boolean {
  return name.test(part) && fieldOfHeader(part) === null && !isNobody(part)
}
