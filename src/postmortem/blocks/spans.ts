import type { PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Line } from './types.ts'

interface Span {
  node: PhrasingContent
  start: number
  end: number
}

/**
 * Gives the nodes of parts of a line, so that a link belongs to the sentence it stands in.
 *
 * @returns a function that takes the part from one index of the line's text to another. Ask for parts from left to
 * right: so all of them together take time linear in the line.
 */
export function nodesByPart(line: Line): (from: number, to: number) => PhrasingContent[] {
  const spans = spansOf(line)
  let next = 0
  return (from, to) => {
    while ((spans[next]?.end ?? Infinity) <= from) next += 1
    const nodes: PhrasingContent[] = []
    for (let index = next; (spans[index]?.start ?? Infinity) < to; index += 1) {
      const { node, start, end } = spans[index] as Span
      const value = line.text.slice(Math.max(from, start), Math.min(to, end))
      nodes.push(node.type === 'text' ? { type: 'text', value } : node)
    }
    return nodes
  }
}

/** Where in the line's text each node stands. */
function spansOf({ text, nodes }: Line): Span[] {
  let end = 0
  return nodes.flatMap((node) => {
    const words = toString(node).replace(/\s+/g, ' ').trim()
    const start = text.indexOf(words, end)
    if (words === '' || start < 0) return []
    end = start + words.length
    return [{ node, start, end }]
  })
}
