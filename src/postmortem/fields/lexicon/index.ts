import { english } from './en.ts'
import type { Lexicon } from './lexicon.ts'

export type { Field, Lexicon } from './lexicon.ts'

/** Every language that is read. A new language is a file beside this one and its name in this list. */
export const lexicons: readonly Lexicon[] = [english]
