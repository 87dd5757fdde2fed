import { englishVerbs } from '../lexicon/en-actions.ts'
import { english } from '../lexicon/en.ts'
import { languages } from '../lexicon/index.ts'
import { wordsOf } from '../lexicon/phrases.ts'

const longestFirst = languages
  .flatMap(({ clauses }) => clauses ?? [])
  .sort((one, other) => other.length - one.length)
const clause = new RegExp(`^(${longestFirst.join('|')})(?!\\p{L})[^,.;:!?]{3,60},\\s*`, 'iu')
const englishClauses = new Set(english.clauses)
/** "If you run a mirror, upgrade …" is advice to others. */
const toOthers = /\byou(?:r|rs|rself)?\b/i

const verbs = new Set(englishVerbs)
/** What an imperative acts on; "support answered" and "load grew" tell a story. */
const object =
  /^(?:a|an|the|all|any|both|each|every|it|its|more|no|one|our|that|their|them|these|this|those|two|whether|up|down|out|off|on|in|to|with|for)$/

/**
 * What follows a clause that says when, on what condition or what for: "Before the next release, add a test".
 *
 * @returns null for a text that begins otherwise, or whose clause speaks to its readers.
 */
export function behindClause(text: string): { rest: string; isEnglish: boolean } | null {
  const [begin = '', word = ''] = clause.exec(text) ?? []
  if (begin === '' || toOthers.test(begin)) return null
  return { rest: text.slice(begin.length), isEnglish: englishClauses.has(word.toLowerCase()) }
}

/** Whether English words are a command: a verb and what it acts on. */
export function isImperative(text: string): boolean {
  const [verb = '', next = ''] = wordsOf(text)
  return verbs.has(verb) && object.test(next)
}
