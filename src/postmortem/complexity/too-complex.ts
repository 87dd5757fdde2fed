import type { Unreadable } from '../types.ts'

/** @param why goes on from "Too complex to read: …", without period. */
export function tooComplex(why: string): Unreadable {
  return { unreadable: 'too-complex', message: `Too complex to read: ${why}.` }
}
