import type { Due } from '../due/index.ts'

/** What notes state about an item. */
export interface Facts extends Due {
  owners: string[]
  priority: string | null
  done: boolean
}

/** Nothing stated. */
export const noFacts: Facts = { owners: [], due: null, dueText: null, priority: null, done: false }

/** Joins what two notes state; where they disagree, the first wins. */
export function joinFacts(first: Facts, second: Partial<Facts>): Facts {
  const due = first.dueText === null ? second : first
  return {
    owners: [...new Set([...first.owners, ...(second.owners ?? [])])],
    due: due.due ?? null,
    dueText: due.dueText ?? null,
    priority: first.priority ?? second.priority ?? null,
    done: first.done || (second.done ?? false),
  }
}
