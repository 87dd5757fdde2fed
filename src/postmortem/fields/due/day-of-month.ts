import type { IsoDate } from '../../types.ts'
import { isoDate } from './calendar.ts'
import type { DeadlineReader } from './reader.ts'
import { nearestYear } from './reader.ts'

const figures = /^(\d{1,2})\/(\d{1,2})$/
/** A leap year: 2/29 is a day. */
const anyYear = 2024
const monthsOfYear = 12

/** Whether a value that is known to be a deadline is a day and a month in figures, in either order: "1/24", "24/1". */
export function isDayOfMonth(value: string): boolean {
  const [, one = '', other = ''] = figures.exec(value) ?? []
  return (
    isoDate(anyYear, Number(one), Number(other)) !== null ||
    isoDate(anyYear, Number(other), Number(one)) !== null
  )
}

/**
 * The day that such a value means: the next one of the calendar.
 *
 * @returns null where both orders are days ("3/4"): nothing tells which.
 */
export function readDayOfMonth(value: string, reference: IsoDate | null): IsoDate | null {
  const [, one = '', other = ''] = figures.exec(value) ?? []
  const inOrder = (month: string, day: string): IsoDate | null =>
    nearestYear((year) => isoDate(year, Number(month), Number(day)), reference)
  const days = new Set([inOrder(one, other), inOrder(other, one)])
  days.delete(null)
  return days.size === 1 ? ([...days][0] ?? null) : null
}

/** "05/06", "5.6.", "05.06": a single figure with a full stop and none behind it is a version. */
const dayFirst =
  /^(?:(\d{1,2})\/(\d{1,2})(?![\d/.]\d|\d)|(\d{1,2})\.(\d{1,2})\.(?!\d)|(\d{2})\.(\d{2})(?![.\d]))/

/**
 * Reads a day and a month in figures behind words of a language that puts the day first ("até 05/06").
 *
 * @returns null where the text begins with no such day.
 */
export const readDayFirst: DeadlineReader = (text, reference) => {
  const [written, ...figures] = dayFirst.exec(text) ?? []
  if (written === undefined) return null
  const [day = 0, month = 0] = figures.filter(Boolean).map(Number)
  if (isoDate(anyYear, month, day) === null) return null
  return { due: nearestYear((year) => isoDate(year, month, day), reference), length: written.length }
}

/** Reads a day and a month in figures in whatever order makes a day: "6/30", but not "3/4", which can be a share. */
export const readClearDay: DeadlineReader = (text, reference) => {
  const [written = '', one = '', other = ''] = /^(\d{1,2})\/(\d{1,2})(?![\d/.]\d|\d)/.exec(text) ?? []
  if (Math.max(Number(one), Number(other)) <= monthsOfYear || !isDayOfMonth(written)) return null
  return { due: readDayOfMonth(written, reference), length: written.length }
}
