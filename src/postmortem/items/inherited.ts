import { parseDue } from '../fields/index.ts'
import { nameOf, type StatedField } from '../sections/labels.ts'
import type { Section } from '../sections/types.ts'

const remark = /[(（]([^)）]+)[)）]/
const targetLabel = /^(?:target|due|deadline|eta|by|until|bis|fecha|prazo|échéance|срок|期限)\s*[:：]?\s+/i
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
  if (!first || (parts.length === 1 && !handle.test(titleOf(first)))) return false
  return parts.every((part) => {
    const name = titleOf(part)
    if (part.name.role !== null) return false
    return handle.test(name) || (personName.test(name) && !name.toLowerCase().split(' ').some(isCommon))
  })
}

/** The deadline that the name of a sub-section sets for its items: "This week", "Long term (Q3)". */
export function dueOfName(part: Section): StatedField[] {
  const name = titleOf(part)
  const period = remark.exec(name)?.[1]?.replace(targetLabel, '') ?? name
  if (!calendarWord.test(period) || period.split(' ').length > mostWordsOfPeriod) return []
  return parseDue(period, anyDay).due === null ? [] : [{ field: 'due', value: period }]
}

/** The priority that a sub-section named after one gives to its items: "P1", "High priority". */
export function priorityOfName(part: Section): StatedField[] {
  const name = titleOf(part).replace(priorityWord, '').trim()
  return priorityName.test(name) ? [{ field: 'priority', value: name }] : []
}

/** The owner that a sub-section named after a person gives to its items. */
export function ownerOfName(part: Section): StatedField[] {
  return [{ field: 'owner', value: titleOf(part) }]
}

function titleOf({ title }: Section): string {
  return title ? nameOf(title) : ''
}
