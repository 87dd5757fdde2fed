/**
 * What a section is for, as its name tells:
 * - `specific`: concrete tasks ("Action items", "To do"). Where one exists, broader lists are improvements.
 * - `measures`: follow-up work of either kind ("Preventive measures", "Next steps").
 * - `broad`: improvements ("Improvements/Fixes").
 * - `other`: anything that is not follow-up work ("Timeline", "Lessons learned").
 */
export type Role = 'specific' | 'measures' | 'broad' | 'other'

/** The words of one language that extraction knows. To teach it a word, add a line. All lower case. */
export interface Language {
  /** Names of sections, or parts of names. The longest match wins. */
  headings: Record<Role, readonly string[]>
  /** Names that mean `measures` only where they are the whole name: "Next", "The plan". */
  wholeNames: readonly string[]
  /** Names of a last part without work, only where they are the whole name: "The end", but not "By the end of May". */
  closings: readonly string[]
  /** Words of a heading that say that its items are finished ("Immediate actions (completed)"). */
  finished: readonly string[]
  /** Words with which a task starts: imperatives, infinitives, nouns of doing. */
  actions: readonly string[]
  /** How to tell an infinitive, where tasks are written in it; null where `actions` says all. */
  infinitives: Infinitives | null
  /** Words by which a sentence commits to or proposes work. */
  commitments: readonly string[]
  /** Words with which a clause begins that says when a task is due, or what for: "Before the next release, …". */
  clauses?: readonly string[]
  /** Endings of verbs in the future tense, where the language has one: "revisaremos". */
  futures?: readonly string[]
  /** Words before a form of doing that say that work is under way: "we are" before "adding". */
  underway: readonly string[]
  /** Words that look like a commitment and only look back: "should have been". */
  hindsight: readonly string[]
  /** Words of a sentence that only introduces the items that follow. */
  introductions: readonly string[]
  /** Words of a sentence that speaks about the items as such: "these measures". */
  remarks: readonly string[]
  /** Words with which a sentence starts that only concludes what stands above. */
  conclusions: readonly string[]
}

/** What an infinitive looks like at the start or at the end of a task. */
export interface Infinitives {
  /** Endings of the first word: "Agregar alertas …". */
  first: readonly string[]
  /** Endings of the last word: "Alarme … einrichten". */
  last: readonly string[]
  /** Small words of the language, one of which must stand in the text: "server" is no French verb. */
  beside: readonly string[]
}

/** Splits a line of words, for lists that would be long with one word per line. */
export function words(line: string): readonly string[] {
  return line.split(' ')
}
