import type { IsoDate } from '../postmortem/types.ts'

/** An ISO 8601 week, `YYYY-Www`: it begins on a Monday and belongs to the year that holds its Thursday. */
export type IsoWeek = string

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Reads calendar days off the clocks of one place.
 *
 * @param timeZone an IANA name such as `Europe/Oslo`
 * @returns the day on which a moment falls there
 * @throws RangeError for a name that nobody knows
 */
export const dayIn = (timeZone: string): ((moment: Date) => IsoDate) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => parts.get(part) ?? '')
    return `${year?.padStart(4, '0') ?? ''}-${month ?? ''}-${day ?? ''}`
  }
}

export const addDays = (day: IsoDate, count: number): IsoDate =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)

/** Whole days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The Monday of the week that holds a day. */
export const mondayOf = (day: IsoDate): IsoDate => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))

/** The ISO week that holds a day. Source: ISO 8601, week 1 is the one with the year's first Thursday. */
export const isoWeek = (day: IsoDate): IsoWeek => {
  const thursday = addDays(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/**
 * The moment when the clocks of a place showed the same time seven days ago. That is an hour more or less than
 * seven times 24 hours where daylight saving began or ended in between, so that weekly notes leave no gap.
 */
export const weekBefore = (moment: Date, timeZone: string): Date => {
  const roughly = new Date(moment.getTime() - 7 * DAY_MS)
  return new Date(roughly.getTime() + clockAhead(moment, timeZone) - clockAhead(roughly, timeZone))
}

/** How far the clocks of a place are ahead of UTC at a moment, in milliseconds. */
const clockAhead = (moment: Date, timeZone: string): number => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
