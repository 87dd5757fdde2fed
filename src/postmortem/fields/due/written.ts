import type { Component, ParsedResult } from 'chrono-node'
import type { IsoDate } from '../../types.ts'
import { lexicons } from '../lexicon/index.ts'
import { endOfMonth, isoDate } from './calendar.ts'
import type { Deadline } from './reader.ts'
import { nearestYear } from './reader.ts'

/** No written date is longer; chrono-node's cost grows with the text. */
const longest = 40
/** Where a reference is missing, dates that do not depend on one are still read. */
const anyDay = '2000-01-01'
/** A year that a comma too many keeps from its day. */
const lateYear = /^[\s,]+((?:19|20)\d{2})(?!\d)/

const readers = lexicons.flatMap(({ dates }) => dates ?? [])
/** Shorter names of weekdays are words of another language (German "Do"), except in English, which is read first. */
const shortestWeekday = 4

/** A written date; `wholeMonth` where it names a month only. */
export interface WrittenDate extends Deadline {
  wholeMonth: boolean
}

/**
 * Reads a date that `text` begins with and that is written in words: "May 30", "15 мая 2025", "Friday", "tomorrow".
 * A weekday is the next of its kind, a month means its last day.
 */
export function readWritten(text: string, reference: IsoDate | null): WrittenDate | null {
  const window = text.slice(0, longest)
  if (!/^\p{L}|^\d(?!\d{3}[-/.])/u.test(window)) return null
  const instant = new Date(`${reference ?? anyDay}T12:00:00Z`)
  for (const [position, reader] of readers.entries()) {
    const [result] = reader.parse(window, { instant, timezone: 0 }, { forwardDate: true })
    if (result?.index !== 0 || /^\p{L}/u.test(window.slice(result.text.length))) continue
    const date = dateOf(result, window, reference)
    const isShort = result.text.length < shortestWeekday && !result.start.isCertain('month')
    if (date && (position === 0 || !isShort)) return date
  }
  return null
}

function dateOf(
  { text, start }: ParsedResult,
  window: string,
  reference: IsoDate | null,
): WrittenDate | null {
  // "30 minutes" is no deadline of a task.
  if (start.tags().has('result/relativeDateAndTime')) return null
  const known = (component: Component): boolean => start.isCertain(component)
  const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
  if (known('month') && (known('day') || !known('weekday'))) {
    const wholeMonth = !known('day')
    // "Feb 31" is not February 2031.
    if (wholeMonth && known('year') && !text.includes(String(year))) return null
    const inYear = (some: number): IsoDate | null =>
      wholeMonth ? endOfMonth(some, month) : isoDate(some, month, day)
    const late = known('year') ? null : lateYear.exec(window.slice(text.length))
    if (late) return { due: inYear(Number(late[1])), length: text.length + late[0].length, wholeMonth }
    if (!known('year')) return { due: nearestYear(inYear, reference), length: text.length, wholeMonth }
    const depends = !text.includes(String(year % 100).padStart(2, '0'))
    return { due: depends && reference === null ? null : inYear(year), length: text.length, wholeMonth }
  }
  if (!known('weekday')) return null
  return {
    due: reference === null ? null : isoDate(year, month, day),
    length: text.length,
    wholeMonth: false,
  }
}
