import type { IsoDate } from '../../types.ts'
import { isoDate } from './calendar.ts'
import { nearestYear } from './reader.ts'

const figures = /^(\d{1,2})\/(\d{1,2})$/
/** A leap year: 2/29 is a day. */
const anyYear = 2024

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
