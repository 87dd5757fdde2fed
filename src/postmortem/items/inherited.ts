import { isDeadline } from '../fields/index.ts'
import type { Section } from '../sections/types.ts'
import type { StatedField } from './candidates.ts'

const remark = /[(（]([^)）]+)[)）]/
const targetLabel = /^(?:target|due|deadline|eta|by|until|bis|fecha|prazo|échéance|срок|期限)\s*[:：]?\s+/i
const mostWordsOfPeriod = 4
const handle = /^@[\w-]+(?:\/[\w-]+)?$/
const personName = /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’.-]*){1,2}$/u

/**
 * The fields that the name of a sub-section gives to all its items: a period ("This week", "Long term (Q3)"), or,
 * where all sub-sections beside it are people, their owner.
 *
 * @param siblings the sub-sections of the same follow-up section, `part` included.
 */
export function fieldsOfName(part: Section, siblings: readonly Section[]): StatedField[] {
  const name = (part.title?.text ?? '').replace(/[:：]$/, '').trim()
  const period = remark.exec(name)?.[1]?.replace(targetLabel, '') ?? name
  if (period.split(' ').length <= mostWordsOfPeriod + (period === name ? 0 : 3) && isDeadline(period))
    return [{ field: 'due', value: period }]
  const people = siblings.filter((sibling) => isPerson(sibling.title?.text ?? ''))
  const named =
    isPerson(name) && people.length === siblings.length && (siblings.length > 1 || handle.test(name))
  return named ? [{ field: 'owner', value: name }] : []
}

function isPerson(name: string): boolean {
  return handle.test(name) || personName.test(name)
}
