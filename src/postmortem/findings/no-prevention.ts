import type { ActionItem } from '../types.ts'
import { isEnglish } from './english.ts'
import { isHighSeverity } from './high-severity.ts'
import { leavesTheCause } from './prevention-words.ts'
import { reliesOnPeople } from './relies-on-people.ts'
import type { DocumentRule } from './types.ts'

/** A severe incident after which nothing keeps it from happening again. English only; done items and improvements count. */
export const noPrevention: DocumentRule = {
  id: 'no-prevention',
  severity: 'warning',
  check: ({ severity, items }) =>
    severity !== null && isHighSeverity(severity) && preventNothing(items)
      ? `The incident was severe (${severity}), and no action item keeps it from happening again: all of them detect, document or teach. Add one that removes the cause, for example “Reject deployments whose migrations have no rollback”.`
      : null,
}

function preventNothing(items: readonly ActionItem[]): boolean {
  const isAfterTheFact = (item: ActionItem): boolean =>
    reliesOnPeople.check(item) !== null || leavesTheCause(`${item.text} ${item.details ?? ''}`)
  return items.length > 0 && items.every(isAfterTheFact) && isEnglish(items.map(({ text }) => text))
}
