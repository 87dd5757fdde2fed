import type { IsoDate } from '../../types.ts'
import type { Unit } from '../lexicon/index.ts'
import { lexicons } from '../lexicon/index.ts'
import { anyOf, comparable } from '../text.ts'
import { addDays, addMonths, addWorkingDays } from './calendar.ts'
import type { DeadlineReader } from './reader.ts'

const unitOfWord = new Map(
  lexicons.flatMap(({ units = {} }) =>
    Object.entries(units).flatMap(([unit, words]) =>
      words.map((word): [string, Unit] => [comparable(word), unit as Unit]),
    ),
  ),
)
const valueOfNumber = new Map(lexicons.flatMap(({ numbers = {} }) => Object.entries(numbers)))

const number = String.raw`(?:\d{1,3}|${anyOf(valueOfNumber.keys())})`
const range = String.raw`(?:\s?(?:-|–|—|~|to|à|a|bis|до)\s?(${number}))?`
/** Nothing is due in more years; a calendar of four figures holds no more than some thousand. */
const mostYears = 20
const lengthOfTime = new RegExp(String.raw`^(${number})${range}[\s-]?(${anyOf(unitOfWord.keys())})`, 'iu')

const later: Record<Unit, (today: IsoDate, count: number) => IsoDate> = {
  day: addDays,
  'working day': addWorkingDays,
  week: (today, count) => addDays(today, 7 * count),
  month: addMonths,
  year: (today, count) => addMonths(today, 12 * count),
}

/** Reads a length of time from the reference ("two weeks", "30 days", "2週間"); of a range, its longer end. */
export const readLength: DeadlineReader = (text, reference) => {
  const match = lengthOfTime.exec(text)
  const unit = unitOfWord.get(comparable(match?.[3] ?? ''))
  if (!match || unit === undefined) return null
  const count = valueOf(match[2] ?? match[1] ?? '')
  if (unit === 'year' && count > mostYears) return null
  return { due: reference === null ? null : later[unit](reference, count), length: match[0].length }
}

function valueOf(figure: string): number {
  return valueOfNumber.get(comparable(figure)) ?? Number(figure)
}
