import type { IsoDate } from '../types.ts'
import type { Taken } from './text.ts'

/** When an item is due: `due` where the words name a day, `dueText` the words as written. */
export interface Due {
  due: IsoDate | null
  dueText: string | null
}

/**
 * Reads a table cell or a labelled value that states a deadline.
 *
 * @param reference the day that relative deadlines count from; without it they stay words.
 */
export function parseDue(value: string, reference: IsoDate | null): Due {
  const day = /\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? null
  const dueText = value.trim()
  return { due: day, dueText: dueText === '' ? null : dueText.slice(0, reference === null ? 80 : 80) }
}

/**
 * Finds the deadline that an item's text states. A note ("(due: Friday)") is taken off the text, a deadline
 * that is part of the sentence ("within two weeks") stays.
 */
export function takeDueNote(text: string, reference: IsoDate | null): Taken & Due {
  const note = /\s*\((?:due|by|eta|deadline):? ([^()]{2,40})\)\s*$/i.exec(text)
  if (note) return { text: text.slice(0, note.index), ...parseDue(note[1] ?? '', reference) }
  return { text, due: null, dueText: null }
}
