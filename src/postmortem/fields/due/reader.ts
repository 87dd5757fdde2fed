import type { IsoDate } from '../../types.ts'

/** A stated deadline: the day it means, and how many characters state it. */
export interface Deadline {
  /** Null where the day depends on a reference that is missing. */
  due: IsoDate | null
  length: number
}

/**
 * Reads the deadline that `text` begins with.
 *
 * @param reference the day that relative deadlines count from.
 */
export type DeadlineReader = (text: string, reference: IsoDate | null) => Deadline | null

/** How long ago a day without a year may be and still be meant: a document is often merged after its first deadlines. */
const graceDays = 90

/** The first day of that kind that is not long before the reference. */
export function nearestYear(
  day: (year: number) => IsoDate | null,
  reference: IsoDate | null,
  grace = graceDays,
): IsoDate | null {
  if (reference === null) return null
  const earliest = new Date(Date.parse(reference) - grace * 86_400_000).toISOString().slice(0, 10)
  const thisYear = Number(earliest.slice(0, 4))
  const candidates = [day(thisYear), day(thisYear + 1)]
  return candidates.find((candidate) => candidate !== null && candidate >= earliest) ?? null
}
