import type { Lexicon, Words } from './lexicon/index.ts'
import { lexicons } from './lexicon/index.ts'

/** A text without a note that was read from it: always a subsequence of the text that was given. */
export interface Taken {
  text: string
}

type WordList =
  | 'done'
  | 'open'
  | 'nobody'
  | 'priorities'
  | 'and'
  | 'team'
  | 'teamNames'
  | 'by'
  | 'byAfter'
  | 'endOfDay'
  | 'someday'
  | 'notNames'
  | 'within'
  | 'withinAfter'

/** Signs around a word that say nothing: punctuation, emphasis, emoji. Brackets are signs too. */
const edgeSigns = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu

/** Chinese, Japanese and Korean put no space between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u

/** Brings a word or phrase into the form that lexicons use: lower case, single spaces, no signs around it. */
export function comparable(value: string): string {
  const words = value.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')
  return words.replaceAll(edgeSigns, '')
}

/** The words that all languages list under one heading of the lexicon. */
export function wordsOf(heading: WordList): ReadonlySet<string> {
  return new Set(lexicons.flatMap((lexicon: Lexicon) => lexicon[heading] ?? []))
}

/**
 * The source of a regular expression that matches any of `words`, the longest first, and never the beginning of
 * a longer word. Without words it matches nothing.
 */
export function anyOf(words: Iterable<string>): string {
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  const source = (some: Words): string => some.map(escapeRegExp).join('|')
  const spaced = longestFirst.filter((word) => !spaceless.test(word))
  const unspaced = longestFirst.filter((word) => spaceless.test(word))
  const alternatives = [
    ...(spaced.length > 0 ? [String.raw`(?:${source(spaced)})(?![\p{L}\p{M}\p{N}])`] : []),
    ...(unspaced.length > 0 ? [`(?:${source(unspaced)})`] : []),
  ]
  return alternatives.length > 0 ? `(?:${alternatives.join('|')})` : '(?!)'
}

function escapeRegExp(literal: string): string {
  return literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)
}
