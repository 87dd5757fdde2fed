import type { IsoDate } from '../../types.ts'
import { parseDue, type Due } from '../due/index.ts'
import { anyOf, wordsOf } from '../text.ts'
import { collectLinks } from '../links.ts'
import { isDayOfMonth } from '../due/day-of-month.ts'
import type { Facts } from './facts.ts'
import { isGroup, isPlainWord } from './people.ts'

const condition = new RegExp(String.raw`^${anyOf(wordsOf('by'))}\s+(?=\p{L})`, 'iu')
const mostWordsOfCondition = 8

/**
 * A deadline that names an event instead of a day, behind the owner in a note: "(Legal, before the contract ends)".
 *
 * @returns its words without the preposition; null for other words.
 */
export function readCondition(part: string): Due | null {
  const preposition = condition.exec(part)?.[0]
  if (preposition === undefined || part.split(/\s+/).length > mostWordsOfCondition) return null
  return { due: null, dueText: part.slice(preposition.length) }
}

/**
 * Reads the parts of a note that only their company explains: a department beside a deadline or a ticket ("Legal, Q1"),
 * an event beside an owner.
 *
 * @param oneWord whether any single word beside a deadline is who does it, as behind a dash: "— netops, by Friday".
 * @param read what each part states on its own, null where it says nothing clear.
 */
export function readInCompany(
  parts: readonly string[],
  read: readonly (Partial<Facts> | null)[],
  oneWord: boolean,
  reference: IsoDate | null,
): (Partial<Facts> | null)[] {
  const conditions: (Partial<Facts> | null)[] = parts.map((part, index) => read[index] ?? readCondition(part))
  const dated = conditions.some((facts) => facts?.dueText != null)
  const accompanied = dated || parts.some((part) => collectLinks(part).length > 0)
  const [first = ''] = parts
  const isOwner = (accompanied && isGroup(first)) || (dated && oneWord && isPlainWord(first))
  const groups = conditions.map((facts, index) =>
    !facts && index === 0 && isOwner ? { owners: [first] } : facts,
  )
  if (!groups.some((facts) => facts?.owners !== undefined)) return [...read]
  return groups.map((facts, index) => facts ?? readBesideOwner(parts[index] ?? '', reference))
}

/** "Jane Doe, Platform", "Jane, 5/21". */
function readBesideOwner(part: string, reference: IsoDate | null): Partial<Facts> | null {
  if (isDayOfMonth(part)) return parseDue(part, reference)
  return /^\p{Lu}/u.test(part) && isGroup(part) ? { owners: [part] } : null
}
