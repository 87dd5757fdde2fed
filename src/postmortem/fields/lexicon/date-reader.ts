import { Chrono } from 'chrono-node'
import type { Parser, ParsingContext } from 'chrono-node'
import type { DateReader } from './types.ts'

/**
 * A reader that builds its patterns once. German and French of chrono-node build them anew for every text, which
 * takes ten times as long as searching for them; they would change only with the options, which are always the same.
 */
export function dateReader({ parsers, refiners }: Chrono): DateReader {
  return new Chrono({ parsers: parsers.map(withFixedPattern), refiners })
}

function withFixedPattern(parser: Parser): Parser {
  let pattern: RegExp | undefined
  return {
    pattern: (context: ParsingContext) => (pattern ??= parser.pattern(context)),
    extract: (context, match) => parser.extract(context, match),
  }
}
