import type { Nodes, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

const reference =
  /https?:\/\/[^\s<>()[\]]+|(?:[\w.-]+\/[\w.-]+)?#\d+\b|\bGH-\d+\b|\b[A-Z][A-Z0-9]+-[1-9]\d*\b(?!-)/g

/**
 * The issue, pull request and ticket references and the addresses in an item's text, as written, each once.
 *
 * @param content the item's inline nodes, or its text.
 */
export function collectLinks(content: readonly PhrasingContent[] | string): string[] {
  if (typeof content === 'string') return [...new Set(content.match(reference))]
  const found = new Set<string>()
  for (const node of content) {
    visit(node as Nodes, 'link', (link) => void found.add(link.url))
    for (const match of toString(node).match(reference) ?? []) found.add(match)
  }
  return [...found]
}
