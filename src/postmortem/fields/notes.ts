import type { IsoDate } from '../types.ts'
import { takeDoneMark } from './done.ts'
import type { Due } from './due.ts'
import { takeDueNote } from './due.ts'
import { takeOwnerNote } from './owners.ts'
import { takePriorityNote } from './priority.ts'

/** Everything that an item's own text states about the item, and the text without those notes. */
export interface FieldNotes extends Due {
  text: string
  owners: string[]
  priority: string | null
  done: boolean
}

/**
 * Reads all field notes of an item's text at once: the call for a list item, a line or a sentence.
 *
 * @param text plain text, without list mark, number and check box.
 * @param reference the day that relative deadlines count from.
 */
export function takeFieldNotes(text: string, reference: IsoDate | null): FieldNotes {
  const { text: open, done } = takeDoneMark(text)
  const { text: undated, due, dueText } = takeDueNote(open, reference)
  const { text: unowned, owners } = takeOwnerNote(undated)
  const { text: rest, priority } = takePriorityNote(unowned)
  return { text: rest.trim(), owners, due, dueText, priority, done }
}
