import type { DocumentRule } from './types.ts'

/** A postmortem from which nothing follows. */
export const noActionItems: DocumentRule = {
  id: 'no-action-items',
  severity: 'notice',
  check: ({ items }) =>
    items.length > 0
      ? null
      : 'No action items were found in this postmortem. If something should follow from it, list it under a heading such as “Action items”, one task per line.',
}
