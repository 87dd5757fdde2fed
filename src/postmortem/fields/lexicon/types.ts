import type { ParsedResult, ParsingOption, ParsingReference } from 'chrono-node'

/** What a table column, a labelled line or a bracketed note can state about an action item. */
export type Field =
  'action' | 'description' | 'owner' | 'due' | 'priority' | 'status' | 'ticket' | 'kind' | 'number' | 'note'

/** A stretch of the calendar that a language has a phrase for; what is due in it is due on its last day. */
export type Period =
  | 'today'
  | 'this week'
  | 'next week'
  | 'this month'
  | 'next month'
  | 'this quarter'
  | 'next quarter'
  | 'this year'
  | 'next year'

/** A month that is named with a part of it ("mid-June"). */
export type MonthPart = 'early' | 'mid' | 'end'

export type Unit = 'day' | 'working day' | 'week' | 'month' | 'year'

/** Words or phrases of one language, in lower case. */
export type Words = readonly string[]

/**
 * The words that postmortems in one language use around action items. Only `labels`, `done`, `open` and `nobody`
 * are needed for a start. A word that languages share needs to stand in one of them only.
 */
export interface Lexicon {
  /** What tables and labels ("Owner: Jane") call each field. */
  labels: Partial<Record<Field, Words>>
  /** What tables call it, but lines do not: there the word starts a task or says something else ("Fix: …"). */
  headers?: Partial<Record<Field, Words>>
  /** Status words that say the work is finished. */
  done: Words
  /** Status words that say it is not, also where a done word stands beside them ("not done"). */
  open: Words
  /** What stands in a cell instead of a person, a date or a priority. */
  nobody: Words
  /** Priorities that are plain words. */
  priorities?: Words
  /** What a sentence calls a task that comes before all others ("… as our top priority"). */
  foremost?: Words
  /** What a sentence says a task is where it cannot wait ("… has become urgent"): the verbs, and the words behind them. */
  pressing?: { verbs: Words; words: Words }
  /** Words between two owners. */
  and?: Words
  /** Nouns that end the name of a team. */
  team?: Words
  /** Nouns that begin the name of a team, where the language puts them there ("equipo Pagos"). */
  teamBefore?: Words
  /** Words that name a department, or end its name. */
  departments?: Words
  /** Capitalised words that stand alone in brackets and are no person: tools, remarks. */
  notNames?: Words
  /** Names that teams have wherever one goes. */
  teamNames?: Words
  /** Words before a day that is a deadline ("by Friday"). */
  by?: Words
  /** Words for the end of a day, before the day ("EOD Friday"). */
  endOfDay?: Words
  /** Deadlines that name no day ("next sprint"). */
  someday?: Words
  /** Words after a day that is a deadline, where the language puts them there ("5月15日までに"). */
  byAfter?: Words
  /** Words before a length of time until the deadline ("within two weeks"). */
  within?: Words
  /** Words after a length of time until the deadline, where the language puts them there. */
  withinAfter?: Words
  units?: Partial<Record<Unit, Words>>
  /** "Quarter", behind its number. */
  quarter?: Words
  numbers?: Readonly<Record<string, number>>
  periods?: Partial<Record<Period, Words>>
  monthParts?: Partial<Record<MonthPart, Words>>
  /** What stands before the incident's own facts: when it started, a date of it, how bad it was. */
  incident?: { start?: Words; date?: Words; severity?: Words }
  /** chrono-node's reader of written dates and weekdays in this language. */
  dates?: DateReader
}

/** The part of chrono-node that is used. */
export interface DateReader {
  parse: (text: string, reference: ParsingReference, option: ParsingOption) => ParsedResult[]
}

/** Splits a comma-separated list, so that a lexicon stays readable: one line for each field and language. */
export function words(list: string): Words {
  return list.split(',').map((word) => word.trim())
}
