import { isHighPriority, isHighSeverity } from './high-severity.ts'
import type { DocumentRule } from './types.ts'

/**
 * A severe incident without an item that comes first. Google's rule: a postmortem of an outage that users noticed has at least one
 * P0 or P1 action item ("Postmortem Action Items: Plan the Work and Work the Plan", ;login: Spring 2017).
 */
export const noHighPriority: DocumentRule = {
  id: 'no-high-priority',
  severity: 'notice',
  check: ({ severity, items }) =>
    severity === null ||
    !isHighSeverity(severity) ||
    items.length === 0 ||
    items.some((item) => item.priority !== null && isHighPriority(item.priority))
      ? null
      : `The incident was severe (${severity}), but no action item has a high priority. Mark the one that matters most, for example “Priority: P1”.`,
}
