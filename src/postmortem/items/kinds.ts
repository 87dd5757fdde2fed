import type { ItemKind } from '../types.ts'
import type { Candidate } from './candidates.ts'

/**
 * Tells tasks from improvements (annotation guide, "Granularity"): where a document lists specific tasks, its
 * broader lists are improvements; where it has only one kind of list, that list holds its tasks.
 */
export function kindsOf(candidates: readonly Candidate[]): ItemKind[] {
  const specific = candidates.some(({ role }) => role === 'specific')
  return candidates.map(({ role }) => (specific && role !== 'specific' ? 'improvement' : 'task'))
}
