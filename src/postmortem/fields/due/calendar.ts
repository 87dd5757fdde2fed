import type { IsoDate } from '../../types.ts'

const millisecondsPerDay = 86_400_000
const friday = 5

/** The day that the figures name, or null where the calendar has no such day (31 February). */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  const time = new Date(Date.UTC(year, month - 1, day))
  const exists =
    time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  return exists && year >= 1000 && year <= 9999 ? format(time) : null
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4))
}

/** The month of a day, from 1 to 12. */
export function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7))
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return format(new Date(Date.parse(day) + days * millisecondsPerDay))
}

/** Counts days from Monday to Friday. */
export function addWorkingDays(day: IsoDate, days: number): IsoDate {
  let result = day
  for (let left = days; left > 0;) {
    result = addDays(result, 1)
    if (weekday(result) >= 1 && weekday(result) <= friday) left -= 1
  }
  return result
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const last = endOfMonth(yearOf(day), monthOf(day) + months)
  const same = `${last.slice(0, 8)}${day.slice(8)}`
  return same < last ? same : last
}

/** The last day of a month; months beyond 12 count into the years after. */
export function endOfMonth(year: number, month: number): IsoDate {
  return format(new Date(Date.UTC(year, month, 0)))
}

/** The Friday of the week of a day, since work is due on a working day; from a weekend, the Friday that comes. */
export function endOfWeek(day: IsoDate): IsoDate {
  return addDays(day, (friday - weekday(day) + 7) % 7)
}

/** The last day of the quarter of a day, or of a later one. */
export function endOfQuarter(day: IsoDate, quartersLater = 0): IsoDate {
  return endOfMonth(yearOf(day), (Math.ceil(monthOf(day) / 3) + quartersLater) * 3)
}

function weekday(day: IsoDate): number {
  return new Date(Date.parse(day)).getUTCDay()
}

function format(time: Date): IsoDate {
  return time.toISOString().slice(0, 10)
}
