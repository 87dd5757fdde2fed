import { lexicons } from './lexicon/index.ts'
import { anyOf, comparable, wordsOf } from './text.ts'

const nobody = wordsOf('nobody')
const words = wordsOf('priorities')
const level = /^(?:p|prio|priority|sev|s)[\s-]?[0-5]$/i
const longest = 80
const signs = /^[^\p{L}\p{N}([]+|[^\p{L}\p{N})\]]+$/gu

/** The priority that a table cell or a labelled value states, as written; null for a placeholder. */
export function parsePriority(value: string): string | null {
  const priority = value.trim().slice(0, longest).replaceAll(signs, '')
  return priority === '' || nobody.has(comparable(priority)) ? null : priority
}

/**
 * The priority that a few words are, where nothing says that they are one: "P1", "High", "high priority".
 *
 * @returns as written, without the word "priority"; null for anything else.
 */
export function readPriority(value: string): string | null {
  const priority = parsePriority(value)?.replace(/[\s-]priority$/i, '')
  if (priority === undefined) return null
  return level.test(priority) || words.has(comparable(priority)) ? priority : null
}

const labels = lexicons.flatMap((lexicon) => lexicon.labels.priority ?? [])
const labelledLevel = new RegExp(String.raw`${anyOf(labels)}\s?[:：]?\s?(P[0-5])(?![\p{L}\p{N}])`, 'iu')
/** How far a sentence is searched. */
const longestText = 2000

const foremost = new RegExp(anyOf(wordsOf('foremost')), 'iu')
const pressing = lexicons.flatMap((lexicon) => lexicon.pressing ?? [])
const isPressing = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${anyOf(pressing.flatMap(({ verbs }) => verbs))}\s+(${anyOf(pressing.flatMap(({ words }) => words))})`,
  'iu',
)

/**
 * The priority that a sentence states in passing ("… with priority P1", "… as our top priority", "… has become
 * urgent"); no other word of it is taken for one.
 */
export function readPriorityInText(text: string): string | null {
  const searched = text.slice(0, longestText)
  return (
    labelledLevel.exec(searched)?.[1] ??
    foremost.exec(searched)?.[0] ??
    isPressing.exec(searched)?.[1] ??
    null
  )
}
