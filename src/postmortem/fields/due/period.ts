import type { IsoDate } from '../../types.ts'
import type { Period } from '../lexicon/index.ts'
import { lexicons } from '../lexicon/index.ts'
import { anyOf, comparable, wordsOf } from '../text.ts'
import { addDays, addMonths, endOfMonth, endOfQuarter, endOfWeek, monthOf, yearOf } from './calendar.ts'
import type { Deadline, DeadlineReader } from './reader.ts'
import { nearestYear } from './reader.ts'

const periodOfPhrase = new Map(
  lexicons.flatMap(({ periods = {} }) =>
    Object.entries(periods).flatMap(([period, phrases]) =>
      phrases.map((phrase): [string, Period] => [comparable(phrase), period as Period]),
    ),
  ),
)

/** The words that `readNamedPeriod` reads. */
export const periodWords: readonly string[] = [...periodOfPhrase.keys()]
const phrase = new RegExp(`^${anyOf(periodWords)}`, 'iu')

/** What is due in a period is due on its last day; a week ends with its Friday. */
const lastDay: Record<Period, (today: IsoDate) => IsoDate> = {
  today: (today) => today,
  'this week': (today) => endOfWeek(today),
  'next week': (today) => addDays(endOfWeek(today), 7),
  'this month': (today) => endOfMonth(yearOf(today), monthOf(today)),
  'next month': (today) => endOfMonth(yearOf(today), monthOf(today) + 1),
  'this quarter': (today) => endOfQuarter(today),
  'next quarter': (today) => endOfQuarter(today, 1),
  'this year': (today) => endOfMonth(yearOf(today), 12),
  'next year': (today) => endOfMonth(yearOf(addMonths(today, 12)), 12),
}

/** Reads a period that is named by where it lies ("next quarter", "EOM", "来週"). */
export const readNamedPeriod: DeadlineReader = (text, reference) => {
  const match = phrase.exec(text)
  if (!match) return null
  const period = periodOfPhrase.get(comparable(match[0]))
  if (period === undefined) return null
  return { due: reference === null ? null : lastDay[period](reference), length: match[0].length }
}

const coming = new RegExp(
  `^${anyOf([...periodOfPhrase].filter(([, period]) => period.startsWith('next')).map(([words]) => words))}`,
  'iu',
)

/** Reads a period that lies wholly ahead ("next quarter", "来週"). */
export const readComingPeriod: DeadlineReader = (text, reference) =>
  coming.test(text) ? readNamedPeriod(text, reference) : null

const monthsOfPeriod = { q: 3, h: 6 } as const
/** Q3, Q3 2024, Q3/24, H1 2025, end of Q3. */
const latin =
  /^(?:the\s+)?(?:(?:end|mid|early|late|beginning|middle)[\s-]+(?:of\s+)?)?([qh])([1-4])(?:[\s,/'’-]{0,2}(?:of\s|fy\s?)?(\d{4}|\d{2}))?(?![\p{L}\p{N}%])/iu
/** 2024 Q3, 2024-Q3, FY24 Q3. */
const latinYearFirst = /^(?:fy\s?)?(\d{4}|\d{2})[\s/-]?([qh])([1-4])(?![\p{L}\p{N}%])/iu
/** 3rd quarter of 2026, 1º trimestre de 2026, 3. Quartal, 3-й квартал. */
const inWords = new RegExp(
  String.raw`^([1-4])(?:º|°|er|e|ème|\.|-?й|st|nd|rd|th)?\s+${anyOf(wordsOf('quarter'))}(?:\s+(?:of\s+|de\s+|del\s+)?(\d{4}))?`,
  'iu',
)
/** 第3四半期, 2024年第三季度, 3분기. */
const spaceless = /^(?:(\d{4})\s?[年년]\s?)?第?([1-4一二三四])\s?(?:季度|四半期|분기)(?:末|底|\s?말)?/u

/** Reads a quarter or half of a year; without a year, the one that ends next. */
export const readQuarter: DeadlineReader = (text, reference) => {
  const match = latin.exec(text)
  if (match) return endOfPart(match[0], match[1], Number(match[2]), match[3], reference)
  const turned = latinYearFirst.exec(text)
  if (turned) return endOfPart(turned[0], turned[2], Number(turned[3]), turned[1], reference)
  const named = inWords.exec(text)
  if (named) return endOfPart(named[0], 'q', Number(named[1]), named[2], reference)
  const asian = spaceless.exec(text)
  if (!asian) return null
  const figure = asian[2] ?? ''
  const part = '一二三四'.includes(figure) ? '一二三四'.indexOf(figure) + 1 : Number(figure)
  return endOfPart(asian[0], 'q', part, asian[1], reference)
}

function endOfPart(
  written: string,
  kind: string | undefined,
  part: number,
  year: string | undefined,
  reference: IsoDate | null,
): Deadline | null {
  const month = part * monthsOfPeriod[kind?.toLowerCase() === 'h' ? 'h' : 'q']
  if (month > 12) return null
  if (year === undefined) {
    return {
      due: nearestYear((candidate) => endOfMonth(candidate, month), reference, 0),
      length: written.length,
    }
  }
  const fullYear = Number(year) + (year.length === 2 ? 2000 : 0)
  return { due: endOfMonth(fullYear, month), length: written.length }
}
