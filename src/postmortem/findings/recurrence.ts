import { wordsOf } from '../lexicon/phrases.ts'
import type { ItemRule, OpenItem } from './types.ts'

/** Shorter texts agree by chance. */
const fewestWords = 3

/**
 * The same item is still open from another postmortem: what it should have prevented may just have happened again. An item that
 * links an issue already says so.
 *
 * @param openElsewhere open items of other postmortems
 */
export function recurrence(openElsewhere: readonly OpenItem[]): ItemRule {
  const issues = new Map(openElsewhere.map(({ text, issue }) => [wordsOf(text).join(' '), issue]))
  return {
    id: 'recurrence',
    severity: 'warning',
    check: ({ text, links }) => {
      const words = wordsOf(text)
      const issue = issues.get(words.join(' '))
      if (issue === undefined || words.length < fewestWords || links.length > 0) return null
      return `The same item of another postmortem is still open: ${issue}. If it would have prevented this incident, raise its priority and link it here instead of opening it again.`
    },
  }
}
