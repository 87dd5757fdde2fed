import type { ActionItem } from '../types.ts'
import type { ItemRule } from './types.ts'

/**
 * Nothing says until when. An item that is tracked elsewhere has its date there.
 *
 * @param hasTimeAllowed whether the team allows such an item a fixed time, so that it needs no date of its own
 */
export function noDueDate(hasTimeAllowed: (item: ActionItem) => boolean): ItemRule {
  return {
    id: 'no-due-date',
    severity: 'notice',
    check: (item) =>
      item.due !== null || item.dueText !== null || item.links.length > 0 || hasTimeAllowed(item)
        ? null
        : 'This item has no due date. Say until when, for example “Due: 2026-06-30” or “within two weeks”.',
  }
}
