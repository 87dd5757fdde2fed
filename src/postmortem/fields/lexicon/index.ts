import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { japanese } from './ja.ts'
import { korean } from './ko.ts'
import { norwegian } from './nb.ts'
import { portuguese } from './pt.ts'
import { russian } from './ru.ts'
import type { Lexicon } from './types.ts'
import { chinese } from './zh.ts'

export type { DateReader, Field, Lexicon, MonthPart, Period, Unit, Words } from './types.ts'

/**
 * Every language that is read. A new language is a file beside this one and its name in this list; where two
 * languages disagree on a word, the earlier one wins.
 */
export const lexicons: readonly Lexicon[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  norwegian,
  russian,
  chinese,
  japanese,
  korean,
]
