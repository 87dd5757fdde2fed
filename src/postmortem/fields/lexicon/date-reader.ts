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
 * @param beginnings of the names of months, weekdays and of tomorrow, in lower case with a space between. Three letters
 * tell a name from most other words and are short enough for its abbreviations.
 */
export function namesOfDays(beginnings: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${beginnings.replaceAll(' ', '|')})`, 'iu')
}

function withFixedPattern(parser: Parser): Parser {
  let pattern: RegExp | undefined
  return {
    pattern: (context: ParsingContext) => (pattern ??= parser.pattern(context)),
    extract: (context, match) => parser.extract(context, match),
  }
}
