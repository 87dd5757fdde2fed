import type { Block, Line } from '../blocks/types.ts'
import { comparable } from '../fields/text.ts'
import { readName, type SectionName } from '../sections/names.ts'
import type { Section } from '../sections/types.ts'
import { isAboutReport } from './statements.ts'

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
const deepestHeading = 6
const reports = /post-?mortem|incident|outage|report|review|retrospective|ポストモーテム|障害|故障|复盘|事故/i

/**
 * The title as the document gives it: the heading of the first level that opens it, else the front matter's title,
 * else whatever names the document before its first section.
 *
 * @param outline the same blocks as sections.
 */
export function readTitle(
  blocks: readonly Block[],
  outline: Section,
  frontMatter: ReadonlyMap<string, string>,
): string | null {
  const headings = headingsIn(outline)
  const titles = headings
    .filter(({ level, title, name }) => level === 1 && title && !isSection(title, name))
    .map(({ title }) => title?.text ?? '')
  const title = titles.find((text) => !fileName.test(text.slice(0, longestTitle))) ?? titles[0]
  const opens = headings[0]?.level === 1
  const named = frontMatter.get('title') ?? null
  return (opens ? title : null) ?? named ?? title ?? openingTitle(blocks)
}

/** The sections that headings open, in the order of the document. */
function headingsIn({ sections }: Section): Section[] {
  return sections
    .filter(({ level }) => level <= deepestHeading)
    .flatMap((part) => [part, ...headingsIn(part)])
}

/** A heading of a lower level, or a short line, that opens the document. */
function openingTitle(blocks: readonly Block[]): string | null {
  const opening = blocks.find((block) => block.type !== 'opaque')
  if (opening?.type === 'heading') return isSectionName(opening.content) ? null : opening.content.text
  const line = opening?.type === 'paragraph' ? opening.lines[0] : undefined
  if (
    !line ||
    isSectionName(line) ||
    line.text.length > longestTitle ||
    line.text.split(' ').length > mostWords
  )
    return null
  const isLabel = /[:：]/.test(line.text) && !reports.test(line.text.split(/[:：]/)[0] ?? '')
  const isSentence = /[.!?。]$/.test(line.text) && line.text.split(' ').length > 6
  return isLabel || isSentence || isAboutReport(line.text) ? null : line.text.replace(/^#+\s*/, '')
}

function isSectionName(line: Line): boolean {
  return isSection(line, readName(line.text))
}

/** Whether a line is the name of a part of a report, or of nothing. */
function isSection({ text }: Line, { role, exact }: SectionName): boolean {
  return (role !== null && exact) || text === '' || placeholders.has(comparable(text))
}
