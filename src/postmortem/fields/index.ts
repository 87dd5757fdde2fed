/**
 * What a postmortem says about an action item besides the task itself: owner, due date, priority, status, links.
 * Everything here works on plain strings, never throws and reads no clock.
 *
 * - A table: `fieldOfLabel` on each header, then `parseOwners`, `parseDue`, `parsePriority`, `isDoneStatus`,
 *   `collectLinks` on the cells.
 * - A field bullet or labelled line ("Owner: Jane"): `fieldOfLabel` before the colon, the same readers after it.
 * - A list item, line or sentence: `takeFieldNotes` on its plain text, `collectLinks` on its nodes.
 */
export { isDoneStatus, takeDoneMark } from './done.ts'
export { parseDue, takeDueNote, type Due } from './due.ts'
export { fieldOfLabel } from './labels.ts'
export type { Field } from './lexicon/index.ts'
export { collectLinks } from './links.ts'
export { takeFieldNotes, type FieldNotes } from './notes.ts'
export { parseOwners, takeOwnerNote } from './owners.ts'
export { parsePriority, takePriorityNote } from './priority.ts'
