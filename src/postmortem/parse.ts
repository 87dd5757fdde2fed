import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'

const frontMatterKinds: ['yaml', 'toml'] = ['yaml', 'toml']

/** What data looks like after comments and blank lines. A thematic break on the first line opens no front matter. */
const frontMatter =
  /^\ufeff?(?:---|\+\+\+)[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?:---|\+\+\+|["'\w][^\n:=]*[:=]|\[)/

/** What the line below the header of a table holds: a dash beside a pipe or a colon. */
const tableRule = /[|:][ \t]*-|-[ \t]*[|:]/

/**
 * The parts of GitHub Flavored Markdown that say something about follow-up work. The autolink extension is
 * left out: it is half the cost of parsing, and links are collected from the text anyway.
 */
const common = [
  { syntax: gfmTaskListItem(), tree: gfmTaskListItemFromMarkdown() },
  { syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
]
/** Tries every line of a text, which is a quarter of the cost of parsing: only for text that can hold one. */
const table = { syntax: gfmTable(), tree: gfmTableFromMarkdown() }
const data = { syntax: frontmatter(frontMatterKinds), tree: frontmatterFromMarkdown(frontMatterKinds) }

/**
 * Parses Markdown with tables, task lists, strikethrough and front matter.
 *
 * package.json holds micromark at 4.0.2 (core-commonmark 2.0.3): since 4.0.3 it rebuilds the whole list of events
 * at the end of every list and quote, which makes a 1 MB file of short lists five times slower.
 *
 * The parser is not safe on hostile text: ask `findComplexity` first, and read text of strangers through
 * `createExtractor`, which can stop a parse that never ends.
 *
 * @returns the mdast tree; every node has a `position` with lines and offsets of `markdown`.
 * @throws RangeError on nesting that overflows the stack.
 */
export function parseMarkdown(markdown: string): Root {
  const extensions = [
    ...common,
    ...(tableRule.test(markdown) ? [table] : []),
    ...(frontMatter.test(markdown) ? [data] : []),
  ]
  return fromMarkdown(markdown, {
    extensions: extensions.map(({ syntax }) => syntax),
    mdastExtensions: extensions.map(({ tree }) => tree),
  })
}
