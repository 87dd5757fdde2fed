import { withText } from '../blocks/line.ts'
import type { Block, Line, Place } from '../blocks/types.ts'
import { dropItemPrefix, startsWithItemPrefix } from '../sections/prefixes.ts'
import type { Section } from '../sections/types.ts'
import { accept, type Context } from './context.ts'
import { isPlaceholder } from './placeholders.ts'
import { looksBack, startsWithAction } from './wording.ts'

const owner =
  "(?:\\s*[(（][^()（）]{1,60}[)）]|\\s+(?:@[\\w-]+|\\p{Lu}[\\p{L}'’-]*(?:\\s\\p{Lu}[\\p{L}'’-]*){0,2}))"
const followUp = /^(?:follow[- ]?ups?)\s*[:：]\s*\S/i
const capitals = new RegExp(`^(?:ACTIONS?|AI|AP)${owner}?\\s*[:：]\\s*\\S`, 'u')
const toDo = /^to-?do\s*[:：]\s*\S/i
const ownedToDo = new RegExp(`^(?:TODO|todo|Todo|To-do)${owner}\\s*[:：]\\s*\\S`, 'u')

/** Nobody calls an event so. */
const assigned =
  /^(?:tasks?|action items?|action points?|counter-?measures?|improvements?|recommendations?|next steps?|tareas?|mejora|recomendación|contramedida|tarefas?|melhoria|recomendação|tâches?|amélioration|recommandation|aufgaben?|gegenmaßnahme|verbesserung|empfehlung|oppgaver?|forbedring|anbefaling|задачи?|улучшение|рекомендация)\s*\d{0,2}\s*[:：]\s*\S/iu
/** Labels that mean work to come in any section. */
const lasting =
  /^(?:permanent (?:fix|solution)|long[- ]term (?:fix|solution)|(?:future )?prevention|(?:corrective|preventi(?:ve|tative)) (?:action|measure)s?|(?:acción|medida) (?:correctiva|preventiva)|(?:ação|medida) (?:corretiva|preventiva)|(?:action|mesure) (?:corrective|préventive)|solución definitiva|solução definitiva|solution (?:définitive|pérenne)|dauerhafte lösung|varig løsning|恒久対策|再発防止策?|长期方案)\s*[:：]\s*(?=\S)/iu
/** Labels that can also stand before what was done; so what follows must start like a task. */
const proposal =
  /^(?:(?:proposed |suggested )?(?:actions?|measures?|changes?)(?: items?| points?)?|acción|medida|ação|maßnahme|tiltak|мера|(?:再発防止|改善)?対策|改善策|改进措施|改进|措施|行动项|개선|대책)\s*\d{0,2}\s*[:：]\s*(?=\S)/iu

/** Stands behind every label; a cheap question before the others. */
const colon = /[:：]/

/** Sections that tell what happened and what was done, where an "action" is an event. */
const events =
  /time ?line|chronolog|sequence of|zeit|verlauf|ablauf|hendelsesforløp|tidslinje|cronolog|línea|linha do|хроно|таймлайн|时间|時系列|タイムライン|타임라인|経緯|经过|过程|resol|soluci|soluç|behebung|lösung|løsning|решение|解决|対応|해결|recover|response|mitigat|detect|contain/i

/**
 * Reads lines and list items that call themselves an action, wherever they stand: "Follow-up: …" beside "Cause: …",
 * "ACTION Ada: …" in the notes of a meeting, "Improvement: …" below what went wrong.
 */
export function readLabelled(block: Block, { name, title }: Section, context: Context): void {
  const report = name.role === 'other'
  const ofEvents = events.test(title?.text ?? '')
  const labelled = (text: string): boolean =>
    followUp.test(text) || capitals.test(text) || ownedToDo.test(text) || (!report && toDo.test(text))

  const read = (line: Line, place: Place): void => {
    if (!colon.test(line.text)) return
    const proposed = (lasting.exec(line.text) ?? (ofEvents ? null : proposal.exec(line.text)))?.[0]
    const certain = labelled(line.text) || (!ofEvents && assigned.test(line.text))
    if (!certain && proposed === undefined) return
    const task = proposed === undefined ? dropItemPrefix(line.text) : line.text.slice(proposed.length)
    if (!(certain || startsWithAction(task)) || isPlaceholder(task) || looksBack(task)) return
    accept(context, startsWithItemPrefix(line.text) ? line : withText(line, task), place, 'a labelled action')
  }
  const readBlock = (each: Block): void => {
    if (each.type === 'paragraph') for (const line of each.lines) read(line, line)
    if (each.type !== 'list') return
    for (const item of each.items) {
      if (item.head && item.checked === null) read(item.head, item)
      for (const child of item.children) readBlock(child)
    }
  }
  readBlock(block)
}
