import { findComplexity } from '../postmortem/complexity.ts'
import { tooComplex } from '../postmortem/complexity/too-complex.ts'
import { extractPostmortem } from '../postmortem/extract.ts'
import type { ExtractOptions, Postmortem, Unreadable } from '../postmortem/types.ts'

/**
 * Reads a postmortem that anyone may have written. Never throws; may take very long, so it runs in a worker.
 *
 * @returns the postmortem, or why it cannot be read: refused beforehand, or the reader failed on it (nesting that
 * overflows the stack is a RangeError, once in a while a SyntaxError from a regular expression).
 */
export function readUntrusted(markdown: string, options: ExtractOptions): Postmortem | Unreadable {
  try {
    return findComplexity(markdown) ?? extractPostmortem(markdown, options)
  } catch (error) {
    return tooComplex(whyFailed(error))
  }
}

function whyFailed(error: unknown): string {
  if (error instanceof RangeError) return 'its parts are nested too deeply'
  return `the reader failed with "${error instanceof Error ? error.message : String(error)}"`
}
