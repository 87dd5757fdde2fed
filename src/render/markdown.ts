import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { findComplexity } from '../postmortem/complexity.ts'
import { cleanText } from './clean.ts'
import { defuseTree } from './markdown-tree.ts'
import { inline } from './text.ts'

/**
 * Most source that the parser gets to see. Its time grows with the square of hostile text (20,000 characters of
 * `a_ *` take 1.5 s, 8,000 take 0.3 s), and the details of an action item are rarely longer than a screen.
 */
const maxSource = 8_000

const gfm = remark()
  .use(remarkGfm)
  .data('settings', { bullet: '-', emphasis: '*', listItemIndent: 'one', rule: '-' })

export interface UntrustedMarkdownOptions {
  /** Address that relative links start from; without it they become text. */
  baseUrl?: string
  /** Longest result, in UTF-16 code units. */
  maxLength?: number
}

/**
 * Rewrites untrusted Markdown so that it reads the same and does nothing. Emphasis, lists, tables, quotes, code and
 * links (http, https, mailto) stay. Headings become bold lines, images links, check boxes signs (a click on a box
 * would be undone by the next sync), HTML its text; comments, rules, footnotes and definitions go. Mentions,
 * references and formulas are defused as in `inline`. Fences are always closed, and diagrams shown as code.
 *
 * Long text is cut between lines and ends with an ellipsis. Text that is too complex to parse is shown as plain
 * lines. Never throws.
 */
export function untrustedMarkdown(markdown: string, options: UntrustedMarkdownOptions = {}): string {
  const { baseUrl, maxLength = 20_000 } = options
  const source = cleanText(markdown.slice(0, 4 * maxSource)).replaceAll('\t', '    ')
  for (let max = Math.min(maxSource, maxLength); max > 0; max = Math.floor(max / 2)) {
    const result = rewrite(cutBetweenLines(source, max), baseUrl)
    if (result.length <= maxLength) return result
  }
  return ''
}

function rewrite(source: string, baseUrl: string | undefined): string {
  if (findComplexity(source) !== null) return plainLines(source)
  try {
    return gfm.stringify(defuseTree(gfm.parse(source), baseUrl)).trim()
  } catch (error) {
    if (error instanceof RangeError) return plainLines(source)
    throw error
  }
}

const plainLines = (source: string): string =>
  source
    .split('\n')
    .map(inline)
    .filter((line) => line !== '')
    .join('\\\n')

function cutBetweenLines(source: string, max: number): string {
  if (source.length <= max) return source
  const kept = source.slice(0, max).toWellFormed()
  const lineEnd = kept.lastIndexOf('\n')
  return `${lineEnd > 0 ? kept.slice(0, lineEnd) : kept}\n\n…`
}
