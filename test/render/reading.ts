import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { visitParents } from 'unist-util-visit-parents'

/** Rendered Markdown as GitHub and its readers see it. */
const gfm = remark().use(remarkGfm)

export const read = (markdown: string): Root => gfm.parse(markdown)

/** What a reader sees: the text without tags and without the zero-width spaces that defuse it. */
export function visibleText(markdown: string): string {
  const tree = read(markdown)
  visitParents(tree, 'html', (node) => {
    node.value = node.value.replace(/<[^>]*>/g, '')
  })
  return toString(tree).replaceAll('\u{200b}', '')
}

/** The rules of `MentionFilter` in GitHub's `html-pipeline`: text nodes, save those in code and links. */
const mention = /(?:^|\W)@[a-z0-9]/i
const reference = /#\d|\bGH-\d/i
const closingKeyword = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+$/i
const formula = /\$[^$]*\$/
const ownHtml = /^(?:<\/?(?:span|sub|details)>\n?|<summary>Not filed \(\d+\)<\/summary>\n?)*$/

/** Everything in rendered Markdown that could notify, close, hide or break something; nothing in a safe text. */
export function dangers(markdown: string): string[] {
  const found: string[] = markdown.includes('<!-') ? ['the start of an HTML comment'] : []
  visitParents(read(markdown), (node, ancestors) => {
    switch (node.type) {
      case 'text':
        if (!ancestors.some(({ type }) => type === 'link')) {
          if (mention.test(node.value)) found.push(`a mention: ${node.value}`)
          if (reference.test(node.value)) found.push(`a reference: ${node.value}`)
        }
        if (formula.test(node.value)) found.push(`a formula: ${node.value}`)
        break
      case 'html':
        if (!ownHtml.test(node.value)) found.push(`HTML: ${node.value}`)
        break
      case 'link': {
        if (!/^(?:https?|mailto):/i.test(node.url)) found.push(`a link: ${node.url}`)
        const siblings = ancestors.at(-1)?.children ?? []
        const before = siblings.slice(0, siblings.indexOf(node)).map((sibling) => toString(sibling))
        if (closingKeyword.test(before.join(''))) found.push(`a closing keyword: ${node.url}`)
        break
      }
      case 'image':
      case 'imageReference':
      case 'linkReference':
      case 'definition':
      case 'footnoteDefinition':
        found.push(node.type)
        break
      default:
    }
  })
  return found
}

/** The number of cells in each row of each table. */
export function tableWidths(markdown: string): number[][] {
  const tables: number[][] = []
  visitParents(read(markdown), 'table', (table) => {
    tables.push(table.children.map((row) => row.children.length))
  })
  return tables
}

/** The kinds of blocks, in order. */
export const blockKinds = (markdown: string): string[] => read(markdown).children.map(({ type }) => type)
