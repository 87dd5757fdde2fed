import type { Block, Line } from '../blocks/types.ts'
import { comparable } from '../fields/text.ts'
import { isAboutReport } from './statements.ts'
import { readName } from '../sections/names.ts'

/** Headings of templates that nobody replaced. */
const placeholders = new Set([
  'title',
  'tittel',
  'titel',
  'titre',
  'título',
  'タイトル',
  '标题',
  '제목',
  'заголовок',
])
/** "2026-05-29_queue-outage": the file's name as a heading, which is the title where there is no better one. */
const fileName = /^\S*[-_]\S*[-_]\S*$/
const longestTitle = 120
const mostWords = 14
const reports = /post-?mortem|incident|outage|report|review|retrospective|ポストモーテム|障害|故障|复盘|事故/i

/**
 * The title as the document gives it: the heading of the first level that opens it, else the front matter's title,
 * else whatever names the document before its first section.
 */
export function readTitle(blocks: readonly Block[], frontMatter: ReadonlyMap<string, string>): string | null {
  const headings = blocks.filter((block) => block.type === 'heading')
  const titles = headings.filter(({ depth, content }) => depth === 1 && !isSection(content))
  const title = titles.find(({ content }) => !fileName.test(content.text.slice(0, longestTitle))) ?? titles[0]
  const opens = headings[0]?.depth === 1
  const named = frontMatter.get('title') ?? null
  return (opens ? title?.content.text : null) ?? named ?? title?.content.text ?? openingTitle(blocks)
}

/** A heading of a lower level, or a short line, that opens the document. */
function openingTitle(blocks: readonly Block[]): string | null {
  const opening = blocks.find((block) => block.type !== 'opaque')
  if (opening?.type === 'heading') return isSection(opening.content) ? null : opening.content.text
  const line = opening?.type === 'paragraph' ? opening.lines[0] : undefined
  if (!line || isSection(line) || line.text.length > longestTitle || line.text.split(' ').length > mostWords)
    return null
  const isLabel = /[:：]/.test(line.text) && !reports.test(line.text.split(/[:：]/)[0] ?? '')
  const isSentence = /[.!?。]$/.test(line.text) && line.text.split(' ').length > 6
  return isLabel || isSentence || isAboutReport(line.text) ? null : line.text.replace(/^#+\s*/, '')
}

function names({ text }: Line): boolean {
  return text !== '' && !placeholders.has(comparable(text))
}

function isSection({ text }: Line): boolean {
  const { role, exact } = readName(text)
  return (role !== null && exact) || !names({ text } as Line)
}
