import type { ItemKind } from '../types.ts'
import type { Candidate } from './candidates.ts'

/** The kind of an item, and what to add to its reason. */
export interface Kind {
  kind: ItemKind
  because: string
}

/**
 * Tells tasks from improvements (annotation guide, "Granularity"): where a document lists specific tasks, its
 * broader lists are improvements; where it has only one kind of list, that list holds its tasks.
 *
 * @param candidates all of a document.
 */
export function kindsAmong(candidates: readonly Candidate[]): (candidate: Candidate) => Kind {
  const specific = candidates.some(({ role }) => role === 'specific')
  return ({ role }) =>
    specific && role !== 'specific'
      ? { kind: 'improvement', because: ', an improvement: the document lists specific tasks elsewhere' }
      : { kind: 'task', because: '' }
}
