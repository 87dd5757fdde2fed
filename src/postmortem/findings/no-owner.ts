import type { ItemRule } from './types.ts'

/** Nobody is named who sees the item done. An item that is tracked elsewhere has its owner there. */
export const noOwner: ItemRule = {
  id: 'no-owner',
  severity: 'warning',
  check: ({ owners, links }) =>
    owners.length > 0 || links.length > 0
      ? null
      : 'This item has no owner. Name the person who will see it done, for example “Owner: @alice”.',
}
