import { wordsOf } from '../lexicon/phrases.ts'
import { genericWords } from './generic-words.ts'
import type { ItemRule } from './types.ts'

const openEnded =
  /^(?:(?:we|i)(?: will|'ll| should)? |let's |please )?(?:consider|look(?:ing)? (?:in)?to|think about|explore)\b/i
/** Words that promise something to see at the end. */
const outcome =
  /\b(?:whether|decid\w+|decision|document|write|written|report|propos\w+|recommend\w+|prototype|present|publish|design doc|rfc|adr)\b/i

/**
 * Wording that lets nobody tell whether the item is done: only words that fit any incident ("Improve monitoring and alerting"),
 * or thinking without a result ("Consider …"). English only: other languages have words that the rule does not know. Sub-items
 * and the issue that an item links often say what the item itself does not, so an item with either is never vague.
 */
export const vague: ItemRule = {
  id: 'vague',
  severity: 'warning',
  check: ({ text, details, links }) => {
    if (details !== null || links.length > 0) return null
    if (openEnded.test(text) && !outcome.test(text)) {
      return 'This item has no verifiable end: it says to think, not what to show for it. Name the result, for example “Decide whether to move sessions to Redis, and write the decision down”.'
    }
    if (isGeneric(text)) {
      return 'This item fits any incident, and nobody can tell when it is done. Name the thing and the end to verify, for example “Alert the on-call engineer when checkout latency stays above 2 s for 5 minutes”.'
    }
    return null
  },
}

function isGeneric(text: string): boolean {
  if (/\d/.test(text)) return false
  const words = wordsOf(text)
  return words.length > 0 && words.every((word) => word.split('-').every((part) => genericWords.has(part)))
}
