import type { Postmortem } from '../postmortem/types.ts'
import { unreadableProblem } from '../render/notices.ts'
import type { Extractor, FileOnDefaultBranch } from './ports.ts'

/** What a file says: its items, or the sentence that tells people why it cannot be read. */
export type Reading =
  { kind: 'read'; postmortem: Postmortem } | { kind: 'deleted' } | { kind: 'unreadable'; problem: string }

const NOTHING: Postmortem = { title: null, incidentDate: null, severity: null, items: [], rejected: [] }

/**
 * Reads the postmortem in a file. Relative due dates count from the day of the merge.
 */
export const readPostmortem = async (file: FileOnDefaultBranch, extractor: Extractor): Promise<Reading> => {
  switch (file.kind) {
    case 'absent':
      return { kind: 'deleted' }
    case 'binary':
      return { kind: 'unreadable', problem: unreadableProblem({ kind: 'binary' }) }
    case 'too-large':
      return {
        kind: 'unreadable',
        problem: unreadableProblem({ kind: 'too-large', byteSize: file.byteSize }),
      }
    case 'text': {
      if (file.text.trim() === '') return { kind: 'read', postmortem: NOTHING }
      const result = await extractor.extract(file.text, {
        referenceDate: file.history.committedAt.slice(0, 10),
      })
      return 'unreadable' in result
        ? { kind: 'unreadable', problem: unreadableProblem({ kind: 'too-complex', message: result.message }) }
        : { kind: 'read', postmortem: result }
    }
  }
}
