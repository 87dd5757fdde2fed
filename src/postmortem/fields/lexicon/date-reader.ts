import { Chrono } from 'chrono-node/en'
import type { Parser, ParsingContext } from 'chrono-node'
import type { DateReader } from './types.ts'

/**
 * A reader of chrono-node that does not work in vain.
 *
 * It builds its patterns once. German and French of chrono-node build them anew for every text, which takes ten times
 * as long as searching for them; they would change only with the options, which are always the same.
 *
 * @param names what a text with a date in this language contains: the name of a month or weekday, or its script. A
 * cheap question before the dear one which date it is.
 */
export function dateReader({ parsers, refiners }: Chrono, names: RegExp): DateReader {
  const reader = new Chrono({ parsers: parsers.map(withFixedPattern), refiners })
  return { parse: (text, ...settings) => (names.test(text) ? reader.parse(text, ...settings) : []) }
}

/**
 * Finds a word that can name a day.
 *
 * @param names of months and weekdays, in lower case with a space between. Abbreviated to three letters or more they
 * count as well.
 * @param adverbs words like "tomorrow", which are not abbreviated.
 */
export function namesOfDays(names: string, adverbs: string): RegExp {
  const words = [...names.split(' ').map(orAbbreviated), ...adverbs.split(' ')]
  return new RegExp(String.raw`(?<!\p{L})(?:${words.join('|')})(?!\p{L})`, 'iu')
}

const shortestAbbreviation = 3

/** "may", "jun(?:e)?", "jul(?:y)?", "mon(?:d(?:a(?:y)?)?)?". */
function orAbbreviated(name: string): string {
  const others = Array.from(name.slice(shortestAbbreviation))
  return (
    name.slice(0, shortestAbbreviation) + others.reduceRight((rest, letter) => `(?:${letter}${rest})?`, '')
  )
}

function withFixedPattern(parser: Parser): Parser {
  let pattern: RegExp | undefined
  return {
    pattern: (context: ParsingContext) => (pattern ??= parser.pattern(context)),
    extract: (context, match) => parser.extract(context, match),
  }
}
