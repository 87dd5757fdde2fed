import type { IsoDate } from '../../types.ts'
import { readDay } from './day.ts'
import { readWritten } from './written.ts'

const year = /(?<!\d)(?:19|20)\d{2}(?!\d)|(?<=[./-]\d{1,2}[./-])\d{2}(?![\d.])/g
/** How far before its year a written date begins ("Wednesday, the 24th of September of 2025"). */
const farthestBefore = 40
const farthestAfter = 24
/** Text without end that repeats figures is not read to its end. */
const mostYears = 50
/** Where a day can begin: at a figure, or at the word before one, which can be its month. */
const start = /(?<![\p{L}\p{N}]|\d[./-])(?:\d|\p{L}(?=\p{L}*[.,]?\s+\d))/gu
/** Between a first day without year and the last day of a range: "March 3 and March 7, 2026". */
const join = /^\s*(?:and|to|through|until|till|bis|und|au|et|al|y|a|e|til|og|по|и|[-–—~])\s+/iu

/**
 * Finds the first day in a text that is written in full, with its year.
 *
 * @returns null where there is none; a month or a day without a year is no full date.
 */
export function findFullDate(text: string): IsoDate | null {
  let years = 0
  for (const { index } of text.matchAll(year)) {
    if (++years > mostYears) return null
    const from = Math.max(0, index - farthestBefore)
    const window = text.slice(from, index + farthestAfter)
    for (const { index: begin } of window.matchAll(start)) {
      if (from + begin > index) break
      const rest = window.slice(begin)
      const date = readDay(rest, null) ?? dayOnly(rest)
      if (date?.due && from + begin + date.length > index) return date.due
      const first = date && firstOfRange(rest, date.length)
      if (first) return first
    }
  }
  return null
}

/** A written day has its figure among its first words; so most text need not be read any closer. */
const hasDayFirst = /^(?:\p{L}{1,12}[.,]?\s+){0,3}\d{1,2}(?!\d)/u

/** The first day of a range whose last day alone has the year. */
function firstOfRange(text: string, length: number): IsoDate | null {
  const sign = join.exec(text.slice(length))
  const last = sign && dayOnly(text.slice(length + sign[0].length))?.due
  return last ? (readWritten(text.slice(0, length), last)?.due ?? null) : null
}

function dayOnly(text: string): ReturnType<typeof readWritten> {
  if (!hasDayFirst.test(text)) return null
  const written = readWritten(text, null)
  return written?.wholeMonth === false ? written : null
}
