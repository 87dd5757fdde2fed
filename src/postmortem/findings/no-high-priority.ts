import { isHighPriority, isHighSeverity } from './high-severity.ts'
import type { ActionItem } from '../types.ts'
import type { DocumentRule } from './types.ts'

/** Sections that put their items before others, as a priority would. */
const comesFirst = /\b(?:immediate(?:ly)?|urgent|short[- ]term|(?:high|top)[- ]priority|p[01])\b/i

/**
 * A severe incident without an item that comes first. Google's rule: a postmortem of an outage that users noticed has at least one
 * P0 or P1 action item ("Postmortem Action Items: Plan the Work and Work the Plan", ;login: Spring 2017). Where some are done,
 * that which mattered most can be among them.
 */
export const noHighPriority: DocumentRule = {
  id: 'no-high-priority',
  severity: 'notice',
  check: ({ severity, items }) =>
    severity === null || !isHighSeverity(severity) || items.length === 0 || items.some(isDoneOrComesFirst)
      ? null
      : `The incident was severe (${severity}), but no action item has a high priority. Mark the one that matters most, for example “Priority: P1”.`,
}

function isDoneOrComesFirst({ done, priority, section }: ActionItem): boolean {
  return done || (priority !== null && isHighPriority(priority)) || comesFirst.test(section ?? '')
}
