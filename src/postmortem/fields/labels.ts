import type { Field } from './lexicon/index.ts'
import { lexicons } from './lexicon/index.ts'
import { comparable } from './text.ts'

const fieldOfWord = new Map<string, Field>(
  lexicons.flatMap(({ labels }) =>
    (Object.entries(labels) as [Field, readonly string[]][]).flatMap(([field, words]) =>
      words.map((word): [string, Field] => [word, field]),
    ),
  ),
)

/**
 * What a table header, the words before a colon, or the name of a field bullet stand for.
 *
 * @param label for example "Due date", "**Owner(s):**" reduced to its text, "担当者". Case, a trailing colon and
 *   surrounding punctuation do not matter.
 * @returns null for a label that names no field of an action item.
 */
export function fieldOfLabel(label: string): Field | null {
  const words = comparable(label)
    .replace(/\(s\)/, '')
    .replace(/[:：\s]+$/, '')
  return fieldOfWord.get(words) ?? null
}
