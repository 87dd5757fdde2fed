import fc from 'fast-check'

/** Halves of characters beyond the first 65,536: alone they are none. */
const HALVES = { from: 0xd800, count: 0x800 }
const LAST = 0x10ffff

const characterAt = (index: number): string =>
  String.fromCodePoint(index < HALVES.from ? index : index + HALVES.count)

const indexOf = (character: unknown): number => {
  const point = String(character).codePointAt(0) ?? 0
  const index = point < HALVES.from ? point : point - HALVES.count
  if (character !== characterAt(index)) throw new TypeError('It is not one character')
  return index
}

const character = fc.integer({ min: 0, max: LAST - HALVES.count }).map(characterAt, indexOf)

/**
 * Texts of any characters of Unicode, as `fc.string({ unit: 'binary' })` has them; that one lists all million of them first,
 * which takes most of a second and 100 MB.
 *
 * @param maxLength in characters
 */
export const anyText = (maxLength?: number): fc.Arbitrary<string> =>
  fc.string({ unit: character, ...(maxLength !== undefined && { maxLength }) })
