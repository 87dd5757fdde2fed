import type { Taken } from './text.ts'
import { comparable, wordsOf } from './text.ts'

const nobody = wordsOf('nobody')

/** The priority that a table cell or a labelled value states, as written; null for a placeholder. */
export function parsePriority(value: string): string | null {
  const priority = value.trim()
  return /[\p{L}\p{N}]/u.test(priority) && !nobody.has(comparable(priority)) ? priority : null
}

/** Takes a leading or trailing priority ("P1: …", "[High] …", "… (P2)") off an item's text. */
export function takePriorityNote(text: string): Taken & { priority: string | null } {
  const lead = /^\s*[([]?(P[0-4]|HIGH|MEDIUM|LOW|CRITICAL)[)\]]?\s*[:–—-]?\s+/.exec(text)
  if (lead) return { text: text.slice(lead[0].length), priority: lead[1] ?? null }
  return { text, priority: null }
}
