import type { Lexicon } from './lexicon/index.ts'
import { lexicons } from './lexicon/index.ts'

/** A text without a note that was read from it: always a subsequence of the text that was given. */
export interface Taken {
  text: string
}

/** Lower-cases a word or phrase and joins its parts by single spaces, so that it can be compared. */
export function comparable(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
}

/** The words that all languages list under one heading of the lexicon. */
export function wordsOf(heading: Exclude<keyof Lexicon, 'labels'>): ReadonlySet<string> {
  return new Set(lexicons.flatMap((lexicon) => lexicon[heading]))
}
