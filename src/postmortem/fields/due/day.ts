import { isoDate } from './calendar.ts'
import type { Deadline, DeadlineReader } from './reader.ts'
import { nearestYear } from './reader.ts'

/** 2024-06-30, 2024/6/30, 2024.06.30, also with a time after it. */
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/

/** 30.6.2024, 30/06/24, 30-06-2024. */
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d.])/

/** 2024年6月30日, 6月30日, 2024년 6월 30일. */
const withUnits = /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号일](?!\p{N})/u

/**
 * Reads a day written in figures.
 *
 * With the year last, the day comes before the month, as in most of the world; only where that cannot be
 * (06/30/2024) the month comes first.
 */
export const readDay: DeadlineReader = (text, reference) => {
  const first = yearFirst.exec(text)
  if (first) return found(first[0], isoDate(Number(first[1]), Number(first[3]), Number(first[4])))

  const last = yearLast.exec(text)
  if (last) {
    const year = Number(last[4]) + (last[4]?.length === 2 ? 2000 : 0)
    const [one, other] = [Number(last[1]), Number(last[3])]
    return found(last[0], isoDate(year, other, one) ?? isoDate(year, one, other))
  }

  const units = withUnits.exec(text)
  if (units) {
    const [month, day] = [Number(units[2]), Number(units[3])]
    const year = units[1] === undefined ? null : Number(units[1])
    if (year !== null) return found(units[0], isoDate(year, month, day))
    const due = nearestYear((candidate) => isoDate(candidate, month, day), reference)
    return { due, length: units[0].length }
  }
  return null
}

function found(written: string, due: string | null): Deadline | null {
  return due === null ? null : { due, length: written.length }
}
