import type { IsoDate } from '../../types.ts'
import { isoDate } from './calendar.ts'

const figures = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g
const monthsOfYear = 12

/** Whether a document writes the month before the day: some date of it can only be read so, and none only otherwise. */
export function putsMonthFirst(text: string): boolean {
  const dates = [...text.matchAll(figures)]
  const beyond = (position: 1 | 2): boolean => dates.some((date) => Number(date[position]) > monthsOfYear)
  return beyond(2) && !beyond(1)
}

/**
 * The day that a deadline means where the month comes first: "04/05/2026" is in April.
 *
 * @param due what it means otherwise.
 */
export function withMonthFirst(dueText: string, due: IsoDate | null): IsoDate | null {
  const [match] = dueText.matchAll(figures)
  if (!match) return due
  const [one = 0, other = 0, year = 0] = match.slice(1).map(Number)
  const fullYear = year < 100 ? 2000 + year : year
  return due === isoDate(fullYear, other, one) ? (isoDate(fullYear, one, other) ?? due) : due
}
