import { chinese } from './zh.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { german } from './de.ts'
import { japanese } from './ja.ts'
import { korean } from './ko.ts'
import { norwegian } from './no.ts'
import { portuguese } from './pt.ts'
import { russian } from './ru.ts'
import { spanish } from './es.ts'
import type { Language } from './types.ts'

export type { Language, Role } from './types.ts'

/** Every language that extraction reads. A document may mix them, so all are asked at once. */
export const languages: readonly Language[] = [
  english,
  spanish,
  portuguese,
  french,
  german,
  norwegian,
  russian,
  chinese,
  japanese,
  korean,
]
