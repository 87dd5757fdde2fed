import { daysBetween } from '../plan/weeks.ts'
import type { IsoDate } from '../postmortem/types.ts'

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

/** A day near today as people say it: `today`, `tomorrow`, `Thursday 2 April`. */
export const dayWords = (day: IsoDate, today: IsoDate): string => {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : format.format(new Date(day)).replace(',', '')
}
