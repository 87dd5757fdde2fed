import type { Lexicon, Words } from './lexicon/index.ts'
import { lexicons } from './lexicon/index.ts'

/** The headings of a lexicon that hold plain lists of words. */
type WordList = {
  [Heading in keyof Lexicon]-?: Words extends Required<Lexicon>[Heading] ? Heading : never
}[keyof Lexicon]

const withoutSigns = /[\p{L}\p{N}](?:.*[\p{L}\p{N}%])?/su
const wideSpace = /\s{2}|[^\S ]/
/** Longer texts are compared by their beginning: no word of a lexicon is longer. */
const longestPhrase = 160

/** Chinese, Japanese and Korean put no space between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u

/** Brings a word or phrase into the form that lexicons use: lower case, single spaces, no signs around it. */
export function comparable(value: string): string {
  const words = value.slice(0, longestPhrase).normalize('NFKC').toLowerCase()
  const spaced = wideSpace.test(words) ? words.replaceAll(/\s+/g, ' ') : words
  return withoutSigns.exec(spaced)?.[0] ?? ''
}

/**
 * A text without the signs at its end that `signs` lists, spaces included. A loop, because a regular expression that
 * looks for a run of signs at the end takes quadratic time where the run is long and ends before it.
 */
export function dropEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && (signs.includes(text.charAt(end - 1)) || /\s/.test(text.charAt(end - 1)))) end -= 1
  return text.slice(0, end)
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
