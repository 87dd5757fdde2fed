import type { Field, Words } from './lexicon/index.ts'
import { lexicons } from './lexicon/index.ts'
import { comparable } from './text.ts'

type FieldWords = Partial<Record<Field, Words>>

const fieldOfLabelWord = fieldsByWord(lexicons.map(({ labels }) => labels))
const fieldOfHeaderWord = fieldsByWord(lexicons.flatMap(({ labels, headers = {} }) => [labels, headers]))

/** Nouns that name a field whatever stands before them ("Primary owner", "Ticket status"). */
const headNouns = new Set(['owner', 'assignee', 'deadline', 'priority', 'status'])

/**
 * What the words before a colon stand for ("Due date: …"), or the name of a field bullet.
 *
 * @param label plain text. Case, plural, punctuation and a remark in brackets do not matter.
 * @returns null for words that name no field of an action item.
 */
export function fieldOfLabel(label: string): Field | null {
  return lookUp(label, fieldOfLabelWord)
}

/**
 * What a column of a table holds by its header. Knows more words than `fieldOfLabel`: a column "Fix" or "Date" can
 * only mean one thing, a line "Fix: …" can be a task.
 *
 * @returns null for a header that names no field of an action item.
 */
export function fieldOfHeader(header: string): Field | null {
  const field = lookUp(header, fieldOfHeaderWord)
  if (field || header.trim() !== '#') return field
  return 'number'
}

function lookUp(label: string, fields: ReadonlyMap<string, Field>): Field | null {
  const words = comparable(
    label
      .slice(0, 80)
      .replace(/\(s\)/i, '')
      .replace(/[(（[【].*/, ''),
  )
  const known = fields.get(words) ?? fields.get(words.replace(/s$/, ''))
  if (known) return known
  const [first = '', ...others] = words.split(/\s?[/|&]\s?|\s(?:and|or|und|et|y|e|og)\s/)
  if (others.length > 0) return fields.get(first) ?? fields.get(first.replace(/s$/, '')) ?? null
  if (/[,;:.–—|]|\s-\s/.test(words)) return null
  const noun = words.slice(words.lastIndexOf(' ') + 1)
  return words.split(' ').length <= 3 && headNouns.has(noun) ? (fields.get(noun) ?? null) : null
}

function fieldsByWord(all: readonly FieldWords[]): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>()
  for (const lists of all) {
    for (const [field, words] of Object.entries(lists) as [Field, Words][]) {
      for (const word of words.map(comparable)) if (word !== '' && !fields.has(word)) fields.set(word, field)
    }
  }
  return fields
}
