import type { IsoDate } from '../../types.ts'
import { english } from '../lexicon/en.ts'
import { anyOf, comparable, wordsOf } from '../text.ts'
import { readClearDay, readDayFirst } from './day-of-month.ts'
import { readDay } from './day.ts'
import { readLength } from './length.ts'
import { readMonth } from './month.ts'
import { readNamedPeriod, readQuarter } from './period.ts'
import type { Deadline, DeadlineReader } from './reader.ts'
import { readWritten } from './written.ts'

/** Between the two ends of a range of dates. */
const rangeSign = new RegExp(
  String.raw`^\s*(?:[-–—~〜～]|${anyOf(['to', 'until', 'through', 'à', 'bis', 'a', 'até'])})\s*`,
  'iu',
)
const prefix = new RegExp(
  String.raw`^(?:${anyOf([...wordsOf('by'), ...wordsOf('within'), 'the'])}[\s:]*)+`,
  'iu',
)

const after = new RegExp(
  String.raw`^\s?(?:${anyOf([...wordsOf('byAfter'), ...wordsOf('withinAfter')])})`,
  'u',
)

const endOfDay = new RegExp(String.raw`^${anyOf(wordsOf('endOfDay'))}\s+(?:on\s+)?`, 'iu')

/** Reads what is written in figures or by a name of its own; quick, since chrono-node is not asked. */
export const readNamed: DeadlineReader = (text, reference) =>
  readDay(text, reference) ?? readQuarter(text, reference) ?? readNamedPeriod(text, reference)

/** Reads a day of the calendar or a named stretch of it, not a length of time. */
export const readCalendar: DeadlineReader = (text, reference) =>
  readEndOfDay(text, reference) ??
  readNamed(text, reference) ??
  readMonth(text, reference) ??
  readWritten(text, reference)

/** "EOD Friday". */
const readEndOfDay: DeadlineReader = (text, reference) => {
  const words = endOfDay.exec(text)?.[0] ?? ''
  const day =
    words === ''
      ? null
      : (readDay(text.slice(words.length), reference) ?? readWritten(text.slice(words.length), reference))
  return day && { due: day.due, length: words.length + day.length }
}

/** Like `readCalendar`; of a range ("Q4 2026 - Q1 2027"), the later end. */
export const readCalendarRange: DeadlineReader = (text, reference) => {
  const first = readCalendar(text, reference)
  const sign = first && rangeSign.exec(text.slice(first.length))
  if (!sign) return first
  const begin = first.length + sign[0].length
  const second = readCalendar(text.slice(begin), first.due ?? reference)
  return second ? { due: second.due ?? first.due, length: begin + second.length } : first
}

const englishBy = new Set(english.by)

/**
 * Reads a day and a month in figures ("até 05/06", "by 6/30") behind words for a deadline: in English, which has both
 * orders, and halves ("by 1/2"), only where one of them is no month.
 */
export function readFigures(behind: string, text: string, reference: IsoDate | null): Deadline | null {
  if (!/^\d/.test(text)) return null
  const isEnglish = englishBy.has(comparable(behind).replace(/ the$/, ''))
  return (isEnglish ? readClearDay : readDayFirst)(text, reference)
}

const wordStart = /(?<![\p{L}\p{N}]|\d[-/.])[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hangul}]/gu
/** A number that belongs to the month after it: where both together were no date, the month alone is none either. */
const numberBefore = /\d\s?(?:st|nd|rd|th|er|de)?[.\s]{0,3}$/iu

/** A deadline with the words around it ("by Friday", "两周内"). */
export interface StatedDeadline extends Deadline {
  /** Where the deadline itself begins, behind words like "by". */
  begin: number
  /** Whether it is a length of time ("two weeks"), not a part of the calendar. */
  isLength: boolean
}

/**
 * Reads the deadline that a text begins with, whatever its form.
 *
 * @param reference the day that relative deadlines count from.
 */
export function readDeadline(text: string, reference: IsoDate | null): StatedDeadline | null {
  const skipped = prefix.exec(text)?.[0].length ?? 0
  return deadlineAt(text, skipped, reference) ?? (skipped > 0 ? deadlineAt(text, 0, reference) : null)
}

/** Whether a text begins with a single day, not with a stretch of the calendar ("Q3", "June"). */
export function beginsWithDay(text: string, reference: IsoDate | null): boolean {
  return readDay(text, reference) !== null || readWritten(text, reference)?.wholeMonth === false
}

/** Finds the first deadline in a short text that is known to state one. */
export function findDeadline(text: string, reference: IsoDate | null): StatedDeadline | null {
  for (const { index } of text.matchAll(wordStart)) {
    if (numberBefore.test(text.slice(0, index)) && /^\p{L}/u.test(text.slice(index))) continue
    const deadline = readDeadline(text.slice(index), reference)
    if (deadline) return deadline
  }
  return null
}

function deadlineAt(text: string, begin: number, reference: IsoDate | null): StatedDeadline | null {
  const words = text.slice(begin)
  const length = readLength(words, reference)
  const deadline =
    length ??
    readCalendarRange(words, reference) ??
    (begin > 0 ? readFigures(text.slice(0, begin), words, reference) : null)
  if (!deadline) return null
  const wordsAfter = after.exec(words.slice(deadline.length))?.[0].length ?? 0
  return {
    due: deadline.due,
    length: begin + deadline.length + wordsAfter,
    begin,
    isLength: length !== null,
  }
}
