import { wordsOf } from '../lexicon/phrases.ts'
import type { ActionItem } from '../types.ts'

/** Drops items that repeat an earlier one word for word: a report told twice is one report. */
export function withoutRepeats(items: readonly ActionItem[]): ActionItem[] {
  const seen = new Map<string, ActionItem>()
  for (const item of items) {
    const key = wordsOf(item.text).join(' ')
    const before = seen.get(key)
    if (!before || (before.kind === 'improvement' && item.kind === 'task')) seen.set(key, item)
  }
  return [...seen.values()]
}
