/**
 * Every finding that the check knows, in the order in which reports list them. The ids are public: configurations
 * name them under `require`, and `docs/findings.md` has one section for each.
 */
export const findingIds = [
  'no-owner',
  'no-due-date',
  'vague',
  'relies-on-people',
  'several-tasks',
  'no-prevention',
  'no-high-priority',
  'recurrence',
  'no-action-items',
] as const

export type FindingId = (typeof findingIds)[number]
