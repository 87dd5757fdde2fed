import type { Block } from '../blocks/types.ts'
import { isDeadline, isPerson, isTeam, parseDue } from '../fields/index.ts'
import { fieldsOfLine, isFieldLine, nameOf, type StatedField } from '../sections/labels.ts'
import type { Section } from '../sections/types.ts'

/** Between the parts of a name: "P0 – within 7 days", "Short term: Q3", "High (this week)". */
const betweenParts = /\s+[-–—|·]\s+|\s*[:：;(（)）]\s*/
const remark = /[(（]([^)）]+)[)）]/
const targetLabel =
  /^(?:target|due|deadline|eta|by|until|before|bis|vor|hasta|até|avant|d['’]ici|før|innen|до|fecha|prazo|échéance|срок|期限)\s*[:：]?\s+/i
const mostWordsOfPeriod = 7
const priorityWord = /\b(?:priority|prio|items?|actions?|tasks?)\b/gi
const priorityName =
  /^(?:p[0-4]|critical|urgent|high|medium|low|crítica|urgente|alta|media|média|baja|baixa|haute|moyenne|basse|hoch|mittel|niedrig|høy|middels|lav|высокий|средний|низкий|高|中|低|높음|중간|낮음)$/i
const handle = /^@[\w-]+(?:\/[\w-]+)?$/
const personName = /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’.-]*){1,2}$/u

/** What a name must hold to be worth the cost of reading a date. */
const calendarWord =
  /\d|week|month|quarter|year|today|tomorrow|semana|mes\b|mês|trimestre|semaine|mois|woche|monat|quartal|uke\b|måned|недел|месяц|квартал|[周週月]|季度|四半期|주|달|분기/i

/** Any day serves to ask whether a text is a period at all. */
const anyDay = '2024-01-01'

/**
 * Whether all sub-sections of a section are named after people, so that each name is an owner: handles, or capitalised
 * words that the document never writes in lower case ("Load Balancer" is nobody).
 *
 * @param isCommon whether the document uses a word in lower case somewhere.
 */
export function arePeople(parts: readonly Section[], isCommon: (word: string) => boolean): boolean {
  const [first] = parts
  if (!first || (parts.length === 1 && !handle.test(titleOf(first)) && !isPerson(titleOf(first))))
    return false
  return parts.every((part) => {
    const name = titleOf(part)
    if (part.name.role !== null) return false
    return (
      handle.test(name) ||
      isTeam(name, true) ||
      isPerson(name) ||
      (personName.test(name) && !name.toLowerCase().split(' ').some(isCommon))
    )
  })
}

/**
 * The deadline that the name of a sub-section sets for its items: "This week", "Long term (Q3)", "P0 – within 7 days".
 * A remark in brackets comes first, then the parts of the name; a range of dates is one part.
 */
export function dueOfName(part: Section): StatedField[] {
  const name = titleOf(part)
  const periods = isDeadline(name)
    ? [name]
    : [...(remark.exec(name)?.slice(1) ?? partsOf(name)).map((words) => words.replace(targetLabel, ''))]
  const period = periods.find(
    (words) =>
      calendarWord.test(words) &&
      words.split(' ').length <= mostWordsOfPeriod &&
      parseDue(words, anyDay).due !== null,
  )
  return period === undefined ? [] : [{ field: 'due', value: period }]
}

/** The priority that a sub-section named after one gives to its items: "P1", "High priority", "P0 – within 7 days". */
export function priorityOfName(part: Section): StatedField[] {
  const name = partsOf(titleOf(part))
    .map((words) => words.replace(priorityWord, '').trim())
    .find((words) => priorityName.test(words))
  return name === undefined ? [] : [{ field: 'priority', value: name }]
}

/**
 * What the lines right above a list give to each of its items: "Owner: Mira", "Due: Friday".
 *
 * @param above the block before the list.
 */
export function fieldsAbove(above: Block | undefined): StatedField[] {
  if (above?.type !== 'paragraph' || !above.lines.every(({ text }) => isFieldLine(text))) return []
  const fields = above.lines.flatMap(({ text }) => fieldsOfLine(text))
  return fields.filter(({ field }) => field === 'owner' || field === 'due' || field === 'priority')
}

/** The owner that a label over sub-items names, where it is surely a person: "Jane:", "@jane". */
export function ownerOfLabel(label: string): StatedField[] {
  return handle.test(label) || isPerson(label) ? [{ field: 'owner', value: label }] : []
}

/**
 * The owner that a sub-section named after a person gives to its items.
 *
 * @param amongPeople whether all sub-sections beside it are named so; else only a name that is surely a person's counts.
 */
export function ownerOfName(part: Section, amongPeople: boolean): StatedField[] {
  return amongPeople || isPerson(titleOf(part)) ? [{ field: 'owner', value: titleOf(part) }] : []
}

function partsOf(name: string): string[] {
  return name.split(betweenParts).filter((words) => words !== '')
}

function titleOf({ title }: Section): string {
  return title ? nameOf(title) : ''
}
