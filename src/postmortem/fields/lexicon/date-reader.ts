import { Chrono } from 'chrono-node'
import type { Parser, ParsingContext } from 'chrono-node'
import type { DateReader } from './types.ts'

/**
 * A reader of chrono-node that does not work in vain.
 *
 * It builds its patterns once. German and French of chrono-node build them anew for every text, which takes ten times
 * as long as searching for them; they would change only with the options, which are always the same.
 *
 * @param script what only texts in this language contain; others have no date to be searched for.
 */
export function dateReader({ parsers, refiners }: Chrono, script = /(?:)/): DateReader {
  const reader = new Chrono({ parsers: parsers.map(withFixedPattern), refiners })
  return { parse: (text, ...settings) => (script.test(text) ? reader.parse(text, ...settings) : []) }
}

function withFixedPattern(parser: Parser): Parser {
  let pattern: RegExp | undefined
  return {
    pattern: (context: ParsingContext) => (pattern ??= parser.pattern(context)),
    extract: (context, match) => parser.extract(context, match),
  }
}
