import type { List, ListItem } from '../blocks/types.ts'
import { startsWithAction } from './wording.ts'

/** What a form calls itself and its parts. */
const form =
  /(?<!\p{L})(?:above|this (?:document|page|template)|(?:all )?sections?|report|post-?mortem|retrospective|template|apartados?|secciones|informe|seções|relatório|rapport|abschnitte?|bericht|dokument|seksjonene|rapporten|разделы|отч[её]т)(?!\p{L})/iu
/** "… are complete", "… has been reviewed": a state, in the words of any language. */
const state =
  /^(?:\S+\s+){1,8}?(?:is|are|has|have|está|están|estão|es|son|são|foi|foram|est|sont|a été|ont été|ist|sind|wurden?|er|заполнен[аоы]?|готов[аоы]?)(?=\s|[.!]?$)/iu
const fewest = 2

/**
 * Whether boxes ask if the report is complete instead of asking for work: "All parts are filled in", "The incident
 * is over". Each states how things are, and some speak of the report.
 */
export function checksForm({ items }: List): boolean {
  return (
    items.length >= fewest && items.every(isState) && items.some(({ head }) => form.test(head?.text ?? ''))
  )
}

function isState({ head, checked }: ListItem): boolean {
  return checked !== null && head !== null && !startsWithAction(head.text) && state.test(head.text)
}
