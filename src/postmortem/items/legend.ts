import { withText } from '../blocks/line.ts'
import { isDoneMark } from '../fields/index.ts'
import type { Candidate } from './candidates.ts'

/** "🟢 done, 🟡 started": a coloured sign, and the words up to the next sign or comma. */
const entry =
  /([🟢🟡🔴🟠🔵🟣⚪⚫🟩🟨🟥🟧🟦])\ufe0f?\s*[:=–—-]?\s*([\p{L}][^,;|/·()🟢🟡🔴🟠🔵🟣⚪⚫🟩🟨🟥🟧🟦]{1,30})/gu
const leadingSign = /^[🟢🟡🔴🟠🔵🟣⚪⚫🟩🟨🟥🟧🟦]\ufe0f?/u
/** A legend is short; a list of items with signs is not one. */
const longestLegend = 160

/**
 * Reads what coloured signs before the items mean where a line of the document explains two or more of them. Without a
 * legend a sign says nothing: green can be done, easy or healthy.
 *
 * @param lines the lines of the file.
 * @returns the candidates without their signs, marked as done where the legend says so.
 */
export function applyLegend(candidates: readonly Candidate[], lines: readonly string[]): Candidate[] {
  const signed = candidates.some(({ head }) => leadingSign.test(head.text))
  const legend = signed ? readLegend(lines) : noLegend
  if (legend.size === 0) return [...candidates]
  return candidates.map((candidate) => {
    const sign = leadingSign.exec(candidate.head.text)?.[0] ?? ''
    const done = legend.get(sign.replace('\ufe0f', ''))
    if (done === undefined) return candidate
    const head = withText(candidate.head, candidate.head.text.slice(sign.length))
    return { ...candidate, head, done: candidate.done || done }
  })
}

/** Whether each explained sign means done. */
type Legend = ReadonlyMap<string, boolean>

const noLegend: Legend = new Map()

function readLegend(lines: readonly string[]): Legend {
  for (const line of lines) {
    if (line.length > longestLegend) continue
    const entries = [...line.matchAll(entry)].map(([, sign = '', words = '']): [string, boolean] => [
      sign,
      isDoneMark(words.trim()),
    ])
    const legend = new Map(entries)
    if (legend.size > 1 && [...legend.values()].includes(true)) return legend
  }
  return noLegend
}
