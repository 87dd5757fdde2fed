import type { List, ListItem } from '../blocks/types.ts'
import { takeFieldNotes } from '../fields/index.ts'
import type { Section } from '../sections/types.ts'
import { looksBack, startsWithAction } from './wording.ts'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Fewer entries say little about a list. */
const fewest = 2

/**
 * Whether a list is follow-up work whatever its section is called: every entry starts with an action, and most
 * carry an owner, a deadline or a priority.
 */
export function isAssignedWork(list: List): boolean {
  return isWork(list) && list.items.filter(isAssigned).length * 2 > list.items.length
}

/** Whether every entry of a list starts with an action. */
function isWork({ items }: List): boolean {
  return (
    items.length >= fewest &&
    items.every(({ head }) => head !== null && startsWithAction(head.text) && !looksBack(head.text))
  )
}

function isAssigned({ head }: ListItem): boolean {
  const { owners, dueText, priority } = takeFieldNotes(head?.text ?? '', null)
  return owners.length > 0 || dueText !== null || priority !== null
}

/**
 * Whether a section that no lexicon knows holds nothing but bulleted actions. Numbered ones may be steps that were
 * taken, or that reproduce the fault.
 */
export function holdsActions({ blocks }: Section): boolean {
  const lists = blocks.filter((block) => block.type === 'list')
  return lists.length > 0 && lists.every((list) => isWork(list) && list.items.every(isBullet))
}

/** In scripts without spaces, words for doing stand at the end and tell little. */
function isBullet({ number, head }: ListItem): boolean {
  return number === null && !unspaced.test(head?.text ?? '')
}

/** Whether a section that no lexicon knows holds a list of work. */
export function holdsWork({ blocks }: Section): boolean {
  const lists = blocks.filter((block) => block.type === 'list')
  return lists.length > 0 && lists.every(isAssignedWork)
}
