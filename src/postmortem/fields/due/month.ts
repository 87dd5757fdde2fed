import type { IsoDate } from '../../types.ts'
import type { MonthPart } from '../lexicon/index.ts'
import { lexicons } from '../lexicon/index.ts'
import { anyOf, comparable } from '../text.ts'
import { endOfMonth, isoDate } from './calendar.ts'
import type { Deadline, DeadlineReader } from './reader.ts'
import { nearestYear } from './reader.ts'
import { readWritten } from './written.ts'

const partOfPhrase = new Map(
  lexicons.flatMap(({ monthParts = {} }) =>
    Object.entries(monthParts).flatMap(([part, phrases]) =>
      phrases.map((phrase): [string, MonthPart] => [comparable(phrase), part as MonthPart]),
    ),
  ),
)
const partPhrase = new RegExp(String.raw`^${anyOf(partOfPhrase.keys())}[\s-]*`, 'iu')

/** chrono-node reads a month alone in a few languages only, with a day in all of them. */
const anyDays = ['1 ', '1. ']
/** 2024-06, 2024/6. */
const yearFirst = /^(\d{4})[-/](\d{1,2})(?![-/.\d])/
/** 06/2024. */
const yearLast = /^(\d{1,2})\/(\d{4})(?!\d)/
/** 6月, 2024年6月末, 6월 말. */
const withUnits =
  /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(初|上旬|초|中旬|中|중순|中下旬|下旬|末|底|말)?(?!\s?\d)/u
const partOfSuffix: Partial<Record<string, MonthPart>> = {
  初: 'early',
  上旬: 'early',
  초: 'early',
  中旬: 'mid',
  중순: 'mid',
}

/** Reads a month, or a named part of it ("mid-June"): due on the 10th, the 15th or the last day. */
export const readMonth: DeadlineReader = (text, reference) => {
  const first = yearFirst.exec(text)
  if (first) return inMonth(first[0], first[1], first[2], 'end', reference)
  const last = yearLast.exec(text)
  if (last) return inMonth(last[0], last[2], last[1], 'end', reference)
  const units = withUnits.exec(text)
  if (units) return inMonth(units[0], units[1], units[2], partOfSuffix[units[3] ?? ''] ?? 'end', reference)

  const phrase = partPhrase.exec(text)
  const part = phrase && partOfPhrase.get(comparable(phrase[0]))
  if (!part) return null
  const rest = text.slice(phrase[0].length)
  if (!/^\p{L}/u.test(rest)) return null
  for (const anyDay of anyDays) {
    const month = readWritten(anyDay + rest, reference)
    if (month && month.length > anyDay.length) {
      const due = month.due === null ? null : dayOfPart(month.due.slice(0, 4), month.due.slice(5, 7), part)
      return { due, length: phrase[0].length + month.length - anyDay.length }
    }
  }
  return null
}

function inMonth(
  written: string,
  year: string | undefined,
  month: string | undefined,
  part: MonthPart,
  reference: IsoDate | null,
): Deadline | null {
  if (Number(month) < 1 || Number(month) > 12) return null
  const due =
    year === undefined
      ? nearestYear((candidate) => dayOfPart(String(candidate), month, part), reference)
      : dayOfPart(year, month, part)
  return { due, length: written.length }
}

function dayOfPart(year: string, month: string | undefined, part: MonthPart): IsoDate | null {
  if (part === 'end') return endOfMonth(Number(year), Number(month))
  return isoDate(Number(year), Number(month), part === 'early' ? 10 : 15)
}
