import { findFlood } from './complexity/floods.ts'
import { findDeepNesting } from './complexity/nesting.ts'
import { tooComplex } from './complexity/too-complex.ts'
import type { Unreadable } from './types.ts'

/**
 * Refuses Markdown that would hang the parser or overflow its stack, without parsing it.
 *
 * Cheap and linear in the text's length. Its limits are far above anything that people write, so what it lets
 * through can still be slow: text of strangers also needs the deadline of `createExtractor`.
 *
 * @returns what is too much and on which line, or null where the text may be parsed.
 */
export function findComplexity(markdown: string): Unreadable | null {
  const lines = markdown.split(/\r\n|\r|\n/)
  const excess = findDeepNesting(lines) ?? findFlood(lines)
  return excess && tooComplex(`line ${excess.line} ${excess.problem}`)
}
