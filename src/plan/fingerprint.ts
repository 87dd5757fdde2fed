import { createHash } from 'node:crypto'

/**
 * A short stable name for a text. Case, white space and Unicode variants of a character do not
 * change it; any other change does.
 *
 * @returns 16 hexadecimal digits
 */
export const fingerprint = (text: string): string =>
  createHash('sha256')
    .update(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())
    .digest('hex')
    .slice(0, 16)

/**
 * Numbers repeated names, so that two identical texts stay two items: `a`, `b`, `a-2`.
 *
 * @param taken names that may not be given again
 */
export const distinct = (names: string[], taken: Iterable<string> = []): string[] => {
  const used = new Set(taken)
  return names.map((name) => {
    let candidate = name
    for (let n = 2; used.has(candidate); n++) candidate = `${name}-${n}`
    used.add(candidate)
    return candidate
  })
}
