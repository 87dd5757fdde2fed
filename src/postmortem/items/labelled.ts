import type { Block, Line, Place } from '../blocks/types.ts'
import { dropItemPrefix } from '../sections/prefixes.ts'
import { accept, type Context } from './context.ts'
import { isPlaceholder } from './placeholders.ts'
import { looksBack } from './wording.ts'

const owner =
  "(?:\\s*[(（][^()（）]{1,60}[)）]|\\s+(?:@[\\w-]+|\\p{Lu}[\\p{L}'’-]*(?:\\s\\p{Lu}[\\p{L}'’-]*){0,2}))"
const followUp = /^(?:follow[- ]?ups?)\s*[:：]\s*\S/i
const capitals = new RegExp(`^(?:ACTIONS?|AI|AP)${owner}?\\s*[:：]\\s*\\S`, 'u')
const toDo = /^to-?do\s*[:：]\s*\S/i
const ownedToDo = new RegExp(`^(?:TODO|todo|Todo|To-do)${owner}\\s*[:：]\\s*\\S`, 'u')

/**
 * Reads lines and list items that call themselves an action, wherever they stand: "Follow-up: …" beside "Cause: …",
 * "ACTION Ada: …" in the notes of a meeting.
 *
 * @param report whether they stand among what happened, where "TODO: …" is a gap in the report.
 */
export function readLabelled(block: Block, report: boolean, context: Context): void {
  const labelled = (text: string): boolean =>
    followUp.test(text) || capitals.test(text) || ownedToDo.test(text) || (!report && toDo.test(text))
  const read = (line: Line, place: Place): void => {
    const task = dropItemPrefix(line.text)
    if (labelled(line.text) && !isPlaceholder(task) && !looksBack(task))
      accept(context, line, place, 'a labelled action')
  }
  if (block.type === 'paragraph') for (const line of block.lines) read(line, line)
  if (block.type === 'list')
    for (const item of block.items) if (item.head && item.checked === null) read(item.head, item)
}
