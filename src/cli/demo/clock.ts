import { addDays, mondayOf } from '../../plan/weeks.ts'

/** The clock of a story: it goes at its own speed, and weeks can be passed over. */
export interface StoryClock {
  now: () => Date
  /** Goes on to nine o'clock UTC on the next Monday. */
  passToMonday: () => void
  passDays: (count: number) => void
}

const DAY_MS = 24 * 60 * 60 * 1000

/** @param start null for now */
export const createStoryClock = (start: Date | null): StoryClock => {
  const began = Date.now()
  let ahead = start === null ? 0 : start.getTime() - began
  const now = (): Date => new Date(Date.now() + ahead)
  return {
    now,
    passToMonday: () => {
      const monday = addDays(mondayOf(now().toISOString().slice(0, 10)), 7)
      ahead += Date.parse(`${monday}T09:00:00Z`) - now().getTime()
    },
    passDays: (count) => {
      ahead += count * DAY_MS
    },
  }
}
