import type { Config } from './schema.ts'

/**
 * Time allowed for an item that states no due date.
 *
 * @param priority the item's priority as written, or null
 * @returns days from the merge: those of the priority, else the general ones; null where neither is configured
 */
export function daysAllowed(priority: string | null, config: Config): number | null {
  const wanted = priority?.trim().toLowerCase()
  const entry = Object.entries(config.due.priorities).findLast(
    ([name]) => name.trim().toLowerCase() === wanted,
  )
  return entry?.[1] ?? config.due.default
}
