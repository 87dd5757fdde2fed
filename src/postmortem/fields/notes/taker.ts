import type { IsoDate } from '../../types.ts'
import type { Facts } from './facts.ts'

/** What one step takes off an item's text: the rest of the text, and what the note states. */
export interface Step {
  text: string
  facts: Partial<Facts>
}

/** Takes one note off one end of a text; null where none stands there. */
export type Taker = (text: string, reference: IsoDate | null) => Step | null

/** Notes are short: only so much of an end of a text is searched for them. */
export const noteWindow = 320

/** The handles in a text ("@jane, @bob"). */
export function handlesIn(text: string): string[] {
  return text.match(/@[\p{L}\p{N}_-]+/gu) ?? []
}
