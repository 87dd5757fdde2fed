/**
 * What a postmortem says about an action item besides the task itself: owner, due date, priority, status, links.
 * Everything here works on plain strings and inline nodes, never throws and reads no clock.
 *
 * - A table: `fieldOfHeader` on each header, then `parseOwners`, `parseDue`, `parsePriority`, `isDoneStatus`,
 *   `collectLinks` on the cells.
 * - A field bullet or labelled line ("Owner: Jane"): `fieldOfLabel` before the colon, the same readers after it.
 * - A list item, line, sentence or heading: `takeFieldNotes` on its plain text, `collectLinks` on its nodes.
 *
 * To teach all of this a word, add it to its language in `lexicon/`.
 */
export { isDoneMark, isDoneStatus } from './done.ts'
export { putsMonthFirst, withMonthFirst } from './due/order.ts'
export { isDeadline, parseDue, type Due } from './due/index.ts'
export { fieldOfHeader, fieldOfLabel } from './labels.ts'
export type { Field } from './lexicon/index.ts'
export { collectLinks, leadingReference } from './links.ts'
export { takeFieldNotes, type FieldNotes } from './notes/index.ts'
export { isNameAlone as isPersonsName, isPerson, isTeam } from './notes/people.ts'
export { parseOwners } from './owners.ts'
export { parsePriority, readPriority } from './priority.ts'
