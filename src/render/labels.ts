import type { Config } from '../config/schema.ts'
import { singleLine } from './clean.ts'

export interface Label {
  name: string
  /** Six hexadecimal digits without a sign before them, as GitHub's API wants them. */
  color: string
  /** At most 100 characters, GitHub's limit. */
  description: string
}

type Style = Omit<Label, 'name'>

/** Colour and description of the labels that the configuration names, by its keys. */
const styles: Record<'postmortem' | 'actionItem' | 'improvement' | 'overdue', Style> = {
  postmortem: { color: '5319e7', description: 'Follow-up work of a postmortem' },
  actionItem: { color: '1d76db', description: 'An action item that a postmortem commits to' },
  improvement: { color: 'a2eeef', description: 'A broad improvement that a postmortem proposes' },
  overdue: { color: 'b60205', description: 'Past its due date; the label goes when it no longer is' },
}

/** From the most to the least urgent; names of a level from the shortest. */
const levels: { words: string[]; color: string }[] = [
  { words: ['p0', 'critical', 'blocker', 'urgent', 'highest'], color: 'b60205' },
  { words: ['p1', 'high', 'major'], color: 'd93f0b' },
  { words: ['p2', 'medium', 'normal', 'moderate'], color: 'fbca04' },
  { words: ['p3', 'low', 'minor'], color: 'c5def5' },
  { words: ['p4', 'p5', 'lowest', 'trivial'], color: 'ededed' },
]
const otherColor = 'd4c5f9'
/** GitHub refuses longer label names. */
const maxName = 50

/**
 * The label name for a priority as a postmortem states it: `p1`, `Prio 1` and `🔴 P1 (high)` give `priority: P1`,
 * `High` gives `priority: high`, words of a team's own scale are kept.
 *
 * @param prefix what the configuration puts before the priority
 * @returns null for text that names no priority: a sentence, a placeholder, signs only
 */
export function priorityLabel(priority: string, prefix = 'priority: '): string | null {
  const level = levelOf(priority)
  return level === null ? null : `${prefix}${level}`.slice(0, maxName).trim()
}

function levelOf(priority: string): string | null {
  const words = singleLine(priority)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s.-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const numbered = /^(?:p|prio|priority|level)?[ .-]?(\d)(?!\S)/.exec(words)
  if (numbered) return `P${numbered[1] ?? ''}`
  const known = words.split(' ').find((word) => levels.some((level) => level.words.includes(word)))
  if (known !== undefined) return known
  return /\p{L}/u.test(words) && words.length <= 20 ? words : null
}

/** The label to create for a name: styled by what the configuration uses the name for. */
export function labelFor(name: string, labels: Config['labels']): Label {
  const wanted = name.toLowerCase()
  const purpose = (Object.keys(styles) as (keyof typeof styles)[]).find(
    (key) => labels[key].toLowerCase() === wanted,
  )
  if (purpose) return { name, ...styles[purpose] }
  const prefix = labels.priorityPrefix.toLowerCase()
  if (prefix === '' || !wanted.startsWith(prefix)) return { name, color: otherColor, description: '' }
  const level = levels.find(({ words }) => words.includes(wanted.slice(prefix.length)))
  return { name, color: level?.color ?? otherColor, description: 'Priority that the postmortem states' }
}
