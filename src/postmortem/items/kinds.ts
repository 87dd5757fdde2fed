import type { ItemKind } from '../types.ts'
import type { Candidate } from './candidates.ts'

/** The kind of an item, and what to add to its reason. */
export interface Kind {
  kind: ItemKind
  because: string
}

/** "Improvement: …" beside "Task: …" in one list: the words before the items say what the name of the list does not. */
const broadPrefix =
  /^(?:improvements?|mejora|melhoria|amélioration|verbesserung|forbedring|улучшение)\s*\d{0,2}\s*[:：]/i
const taskPrefix =
  /^(?:action(?: item)?|task|to-?do|tarea|tarefa|acción|ação|tâche|aufgabe|oppgave|задача)\s*\d{0,2}\s*[:：]/i

/**
 * Tells tasks from improvements (annotation guide, "Granularity"): where a document lists specific tasks, its
 * broader lists are improvements; where it has only one kind of list, that list holds its tasks.
 *
 * @param candidates all of a document.
 */
export function kindsAmong(candidates: readonly Candidate[]): (candidate: Candidate) => Kind {
  const labelled = candidates.some(({ head }) => broadPrefix.test(head.text))
  const roleOf = ({ role, head }: Candidate): Candidate['role'] => {
    if (!labelled) return role
    if (broadPrefix.test(head.text)) return 'broad'
    return taskPrefix.test(head.text) ? 'specific' : role
  }
  const specific = candidates.some((candidate) => roleOf(candidate) === 'specific')
  return (candidate) =>
    specific && roleOf(candidate) !== 'specific' && roleOf(candidate) !== 'alone'
      ? { kind: 'improvement', because: ', an improvement: the document lists specific tasks elsewhere' }
      : { kind: 'task', because: '' }
}
