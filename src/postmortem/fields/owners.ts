import type { Taken } from './text.ts'
import { comparable, wordsOf } from './text.ts'

const nobody = wordsOf('nobody')

/**
 * The owners that a table cell or a labelled value names, as written.
 *
 * @param value for example "Jane Doe, Bob and @ops". Placeholders ("TBD", "-", "<owner>") name nobody.
 */
export function parseOwners(value: string): string[] {
  return value
    .split(/[,;、，；&+/]|\s(?:and|und|et|y|e|og|и)\s/)
    .map((name) => name.trim())
    .filter((name) => /[\p{L}\p{N}]/u.test(name) && !nobody.has(comparable(name)))
}

/** Takes the note that says who does the work ("(owner: Jane)", "[Jane]", "— @jane") off an item's text. */
export function takeOwnerNote(text: string): Taken & { owners: string[] } {
  const note = /\s*[([](?:owner: ?)?(@?[\p{L}\w -]{2,40})[)\]]\s*$/iu.exec(text)
  if (!note || !/^\s*\[|owner|@/i.test(note[0])) return { text, owners: [] }
  return { text: text.slice(0, note.index), owners: parseOwners(note[1] ?? '') }
}
