import { diff3Merge } from 'node-diff3'

/**
 * Merges two changes to a text line by line, as git does.
 *
 * @returns null where both changed the same lines in different ways
 */
export const mergeLines = (base: string, ours: string, theirs: string): string | null => {
  const regions = diff3Merge(ours.split('\n'), base.split('\n'), theirs.split('\n'))
  const merged = regions.flatMap(({ ok }) => (ok === undefined ? [] : [ok]))
  return merged.length < regions.length ? null : merged.flat().join('\n')
}
