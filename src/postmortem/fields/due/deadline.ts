import type { IsoDate } from '../../types.ts'
import { anyOf, wordsOf } from '../text.ts'
import { readDay } from './day.ts'
import { readLength } from './length.ts'
import { readMonth } from './month.ts'
import { readNamedPeriod, readQuarter } from './period.ts'
import type { DeadlineReader } from './reader.ts'
import { readWritten } from './written.ts'

/** Between the two ends of a range of dates. */
const rangeSign = new RegExp(
  String.raw`^\s*(?:[-–—~〜～]|${anyOf(['to', 'until', 'through', 'à', 'bis', 'a', 'até'])})\s*`,
  'iu',
)
const prefix = new RegExp(
  String.raw`^(?:${anyOf([...wordsOf('by'), ...wordsOf('within'), ...wordsOf('endOfDay'), 'the'])}[\s:]*)+`,
  'iu',
)

const after = new RegExp(
  String.raw`^\s?(?:${anyOf([...wordsOf('byAfter'), ...wordsOf('withinAfter')])})`,
  'u',
)

/** Reads a day of the calendar or a named stretch of it, not a length of time. */
export const readCalendar: DeadlineReader = (text, reference) =>
  readDay(text, reference) ??
  readQuarter(text, reference) ??
  readNamedPeriod(text, reference) ??
  readMonth(text, reference) ??
  readWritten(text, reference)

/** Like `readCalendar`; of a range ("Q4 2025 - Q1 2026"), the later end. */
export const readCalendarRange: DeadlineReader = (text, reference) => {
  const first = readCalendar(text, reference)
  const sign = first && rangeSign.exec(text.slice(first.length))
  if (!sign) return first
  const begin = first.length + sign[0].length
  const second = readCalendar(text.slice(begin), first.due ?? reference)
  return second ? { due: second.due ?? first.due, length: begin + second.length } : first
}

/** A deadline within a text. */
export interface FoundDeadline {
  due: IsoDate | null
  /** Where it begins, with the word before it ("by Friday"). */
  index: number
  end: number
  /** Whether it is a stretch of the calendar or a length of time, not a day. */
  period: boolean
}

const wordStart = /(?<![\p{L}\p{N}]|\d[-/.])[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hangul}]/gu
/** A number that belongs to the month after it: where both together were no date, the month alone is none either. */
const numberBefore = /\d\s?(?:st|nd|rd|th|er|de)?[.\s]*$/iu

/**
 * Finds the first deadline in a short text that is known to state one.
 *
 * @param reference the day that relative deadlines count from.
 */
export function findDeadline(text: string, reference: IsoDate | null): FoundDeadline | null {
  for (const { index } of text.matchAll(wordStart)) {
    if (numberBefore.test(text.slice(0, index)) && /^\p{L}/u.test(text.slice(index))) continue
    const skipped = prefix.exec(text.slice(index))?.[0].length ?? 0
    const found =
      deadlineAt(text, index + skipped, reference) ??
      (skipped > 0 ? deadlineAt(text, index, reference) : null)
    if (found) return { ...found, index }
  }
  return null
}

function deadlineAt(
  text: string,
  index: number,
  reference: IsoDate | null,
): Omit<FoundDeadline, 'index'> | null {
  const rest = text.slice(index)
  const length = readLength(rest, reference)
  if (length)
    return {
      due: length.due,
      end: index + length.length + (after.exec(rest.slice(length.length))?.[0].length ?? 0),
      period: true,
    }
  const deadline = readCalendarRange(rest, reference)
  if (!deadline) return null
  const end = index + deadline.length + (after.exec(rest.slice(deadline.length))?.[0].length ?? 0)
  const isDay = readDay(rest, reference) !== null || readWritten(rest, reference)?.wholeMonth === false
  return { due: deadline.due, end, period: !isDay }
}
