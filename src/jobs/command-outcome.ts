import type { Operation } from '../plan/types.ts'

/** What came of one command: writes, and the answer in words where a reaction is not enough. */
export interface Outcome {
  operations: Operation[]
  answer: { text: string; isComplaint: boolean } | null
}

/** Nothing was done, for a reason that the person is told. */
export const complaint = (text: string): Outcome => ({ operations: [], answer: { text, isComplaint: true } })
