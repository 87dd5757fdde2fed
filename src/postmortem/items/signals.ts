import type { List, ListItem } from '../blocks/types.ts'
import { leadingReference, takeFieldNotes } from '../fields/index.ts'
import type { Section } from '../sections/types.ts'
import { looksBack, startsWithAction } from './wording.ts'

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Lists of what was changed look like lists of tickets: "#12 Fix the parser". */
const changes =
  /\b(?:pull requests?|prs?|mrs?|commits?|patch(?:es)?|merged?|releases?|related|change ?log|references?|links?|reading|see also)\b/i

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
  return items.length >= fewest && items.every(({ head }) => head !== null && acts(head.text))
}

/** Whether a text is a task, behind the ticket or the person that it may begin with. */
function acts(text: string): boolean {
  const task = takeFieldNotes(text, null).text
  return startsWithAction(task) && !looksBack(task)
}

function isAssigned({ head }: ListItem): boolean {
  if (!head) return false
  const { owners, dueText, priority } = takeFieldNotes(head.text, null)
  return owners.length > 0 || dueText !== null || priority !== null || leadingReference(head.text) > 0
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
export function holdsWork({ title, blocks }: Section): boolean {
  if (changes.test(title?.text ?? '')) return false
  const lists = blocks.filter((block) => block.type === 'list')
  return lists.length > 0 && lists.every(isAssignedWork)
}
