import type { IsoDate } from '../../types.ts'
import { isDoneStatus } from '../done.ts'
import { isDayOfMonth } from '../due/day-of-month.ts'
import { isDeadline, parseDue } from '../due/index.ts'
import { fieldOfLabel } from '../labels.ts'
import type { Field } from '../lexicon/index.ts'
import { collectLinks } from '../links.ts'
import { isNobody, parseOwners } from '../owners.ts'
import { parsePriority } from '../priority.ts'
import { dropEnd } from '../text.ts'
import type { Facts } from './facts.ts'

/** A label in a text ("Owner:"): where it begins, and where its value begins. */
export interface Label {
  field: Field
  index: number
  valueIndex: number
}

/** How long the value of a field may be to be one; after a colon there can also be a sentence. */
const longestValue: Partial<Record<Field, number>> = {
  owner: 80,
  due: 60,
  priority: 25,
  status: 40,
  ticket: 200,
}
const wordsOfLabel = 4
/** Every label ends in one; most texts hold none. */
const sign = /[:：=]/
const boundary = /(?:^|[([{（【|;,.!?。、，；・·•*—–\n/]|\s-)\s*$/u

/**
 * Finds the labels of fields that can stand in an item's own text: owner, due date, priority, status, ticket.
 * A label starts the text, follows a sign, or is capitalised.
 *
 * @param fieldOf what a label stands for; in a note, whose purpose is known, also the words of table headers count.
 */
export function findLabels(text: string, fieldOf = fieldOfLabel): Label[] {
  if (!sign.test(text)) return []
  return [...text.matchAll(/\s?[:：]|\s=(?=\s)/g)].flatMap(({ index, 0: colon }) => {
    const found = labelBefore(text, index, fieldOf)
    return found ? [{ ...found, valueIndex: index + colon.length }] : []
  })
}

function labelBefore(
  text: string,
  end: number,
  fieldOf: typeof fieldOfLabel,
): { field: Field; index: number } | null {
  const before = text.slice(Math.max(0, end - 40), end)
  const starts = [...before.matchAll(/(?<![\p{L}\p{N}@])[\p{L}]/gu)]
    .map(({ index }) => index)
    .slice(-wordsOfLabel)
  for (const start of starts) {
    const label = before.slice(start)
    const field = fieldOf(label)
    const index = end - label.length
    if (field === null || !(field in longestValue)) continue
    const standsApart = boundary.test(text.slice(Math.max(0, index - 4), index))
    if (standsApart || /^\p{Lu}/u.test(label)) return { field, index }
  }
  return null
}

/**
 * Reads the value of a label.
 *
 * @returns null where the value cannot be one, so that the colon means something else.
 */
export function readValue(field: Field, value: string, reference: IsoDate | null): Partial<Facts> | null {
  const words = dropEnd(value, ',;|·•–—-').trimStart()
  if (words === '' || words.length > (longestValue[field] ?? 0)) return null
  if (isNobody(words)) return {}
  switch (field) {
    case 'owner': {
      const owners = parseOwners(words)
      return owners.every((owner) => owner.split(' ').length <= 5) ? { owners } : null
    }
    case 'due': {
      const due = parseDue(words.replace(/\.$/, ''), reference)
      return due.due !== null || isDeadline(words) || isDayOfMonth(words) || isPlain(words) ? due : null
    }
    case 'priority':
      return { priority: parsePriority(words) }
    case 'status':
      return { done: isDoneStatus(words) }
    default:
      return collectLinks(words).length > 0 ? {} : null
  }
}

/** "ASAP", "after launch": a deadline that names no day, unlike "99.9 %". */
function isPlain(value: string): boolean {
  return !/\d/.test(value) && value.split(/\s+/).length <= 3
}
