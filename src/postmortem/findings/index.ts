import type { ActionItem, Postmortem } from '../types.ts'
import { findingIds } from './ids.ts'
import { noActionItems } from './no-action-items.ts'
import { noDueDate } from './no-due-date.ts'
import { noHighPriority } from './no-high-priority.ts'
import { noOwner } from './no-owner.ts'
import { noPrevention } from './no-prevention.ts'
import { readsAsDone } from './reads-as-done.ts'
import { recurrence } from './recurrence.ts'
import { reliesOnPeople } from './relies-on-people.ts'
import { severalTasks } from './several-tasks.ts'
import type { DocumentRule, Finding, FindingOptions, ItemRule } from './types.ts'
import { vague } from './vague.ts'

const documentRules: readonly DocumentRule[] = [noPrevention, noHighPriority, noActionItems]

/**
 * What a reviewer would say about the action items of a postmortem. Precision first: a rule is silent where it is not sure, and
 * rules about wording know English only. `docs/findings.md` has one section for each id.
 *
 * @returns by line; findings about the document as a whole stand on line 1
 */
export function findings(postmortem: Postmortem, options: FindingOptions = {}): Finding[] {
  const { isFiled = isOpenTask, hasTimeAllowed = () => false, openElsewhere = [] } = options
  const itemRules = [
    noOwner,
    noDueDate(hasTimeAllowed),
    vague,
    reliesOnPeople,
    severalTasks,
    recurrence(openElsewhere),
  ]
  const aboutItems = postmortem.items.flatMap((item, index) =>
    isFiled(item) && !readsAsDone(item.text)
      ? itemRules.flatMap((rule) => findingOfItem(rule, item, index))
      : [],
  )
  const aboutDocument = documentRules.flatMap((rule) => findingOfDocument(rule, postmortem))
  return [...aboutDocument, ...aboutItems].toSorted(
    (a, b) => a.line - b.line || findingIds.indexOf(a.id) - findingIds.indexOf(b.id),
  )
}

function isOpenTask(item: ActionItem): boolean {
  return !item.done && item.kind === 'task'
}

function findingOfItem(rule: ItemRule, item: ActionItem, index: number): Finding[] {
  const message = rule.check(item)
  if (message === null) return []
  return [
    { id: rule.id, severity: rule.severity, message, line: item.line, endLine: item.endLine, item: index },
  ]
}

function findingOfDocument(rule: DocumentRule, postmortem: Postmortem): Finding[] {
  const message = rule.check(postmortem)
  return message === null
    ? []
    : [{ id: rule.id, severity: rule.severity, message, line: 1, endLine: 1, item: null }]
}
