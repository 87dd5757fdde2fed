import { dropPictographs } from '../blocks/bullets.ts'
import type { Line } from '../blocks/types.ts'
import { fieldOfLabel } from '../fields/index.ts'

const longestLabel = 80
const mostWordsOfLabel = 8

/** "Label: rest", split at the first colon. `rest` is empty for a label that stands alone. */
export interface Labelled {
  label: string
  rest: string
}

/** Splits a line at the colon that ends its label; null for a line without one. */
export function splitLabel(text: string): Labelled | null {
  const colon = text.search(/[:：](?:\s|$)|：/)
  if (colon <= 0 || colon > longestLabel) return null
  const label = dropPictographs(text.slice(0, colon)).trim()
  return /[\p{L}]/u.test(label) ? { label, rest: text.slice(colon + 1).trim() } : null
}

/** Whether a line is a label with nothing after it: "Monitoring:", or a few bold words. */
export function isBareLabel(line: Line): boolean {
  if (line.text.length > longestLabel) return false
  const words = line.text.split(' ').length
  return (
    (/[:：]$/.test(line.text) && words <= mostWordsOfLabel) || (line.strong && !/[.!?。]$/.test(line.text))
  )
}

/** Whether a line states a field of an action item: "Owner: Jane", "Due: May 30". */
export function isFieldLine(text: string): boolean {
  const labelled = splitLabel(text)
  const field = labelled && fieldOfLabel(labelled.label)
  return field !== null && field !== 'action'
}
