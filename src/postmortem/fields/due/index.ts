import type { IsoDate } from '../../types.ts'
import { comparable, wordsOf } from '../text.ts'
import { readDayOfMonth } from './day-of-month.ts'
import { findDeadline, readDeadline } from './deadline.ts'

/** When an item is due: `due` where the words name a day, `dueText` the words as written. */
export interface Due {
  due: IsoDate | null
  dueText: string | null
}

/** Any day serves to ask whether a text is a deadline. */
const anyDay = '2024-01-01'
const someday = wordsOf('someday')
/** Deadlines are short; what stands after this many characters is a remark. */
const longestDeadline = 80
const nobody = wordsOf('nobody')

/**
 * Reads a table cell or a labelled value that states a deadline.
 *
 * @param reference the day that relative deadlines count from; without it they stay words.
 * @returns both null for a placeholder ("TBD", "-"); `due` null for words that name no day ("next sprint", "ASAP").
 */
export function parseDue(value: string, reference: IsoDate | null): Due {
  const dueText = value.trim().replace(/(?<=\d)\.$/, '')
  const words = comparable(dueText.slice(0, longestDeadline))
  if (words === '' || nobody.has(words) || /^<[^>]*>$/.test(dueText)) return { due: null, dueText: null }
  const day = readDayOfMonth(dueText, reference)
  return { due: day ?? findDeadline(dueText.slice(0, longestDeadline), reference)?.due ?? null, dueText }
}

/**
 * Whether a whole text is a deadline and nothing else: "This week", "Q4 2026 - Q1 2027", "by Friday", "next sprint".
 * For names of sections, which can give their items a deadline.
 */
export function isDeadline(text: string): boolean {
  const words = text.trim()
  if (words.length > longestDeadline) return false
  return readDeadline(words, anyDay)?.length === words.length || someday.has(comparable(words))
}
