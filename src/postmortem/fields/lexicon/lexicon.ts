/** What a table column, a labelled line or a bracketed note can state about an action item. */
export type Field =
  'action' | 'description' | 'owner' | 'due' | 'priority' | 'status' | 'ticket' | 'kind' | 'number' | 'note'

/**
 * The words that postmortems in one language use around action items, in lower case and without punctuation.
 * A word that several languages share needs to stand in one of them only.
 */
export interface Lexicon {
  /** What tables and labels call each field. */
  labels: Partial<Record<Field, readonly string[]>>
  /** Status words that say the work is finished. */
  done: readonly string[]
  /** Status words that say the work is not finished, also where a done word stands beside them. */
  open: readonly string[]
  /** Words that stand in a cell instead of a person, a date or a priority. */
  nobody: readonly string[]
  /** Priorities that are plain words ("high"). */
  priorities: readonly string[]
}
