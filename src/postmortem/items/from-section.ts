import type { Block, List } from '../blocks/types.ts'
import type { Role } from '../lexicon/index.ts'
import { isFieldLine } from '../sections/labels.ts'
import type { Section } from '../sections/types.ts'
import type { Findings } from './candidates.ts'
import { accept, type Context } from './context.ts'
import { readList } from './from-list.ts'
import { readParagraph, readRemark } from './from-paragraph.ts'
import { readTable, tracksActions } from './from-table.ts'
import { startsWithAction } from './wording.ts'

const numbered = /^\d{1,2}[.)]\s/

type FollowUp = Exclude<Role, 'other'>

/** Reads every follow-up section of a document, and the check boxes and action tables outside of them. */
export function readDocument(root: Section): Findings {
  const findings: Findings = { candidates: [], rejections: [] }
  readOutside(root, findings, false)
  return findings
}

/** @param below whether a section around this one has another purpose: then only a clear name makes an exception. */
function readOutside(section: Section, findings: Findings, below: boolean): void {
  const { role, exact } = section.name
  if (role !== null && role !== 'other' && (exact || !below)) {
    readSection(section, {
      ...findings,
      section: section.title?.text ?? null,
      role,
      finished: section.name.finished,
    })
    return
  }
  const context: Context = {
    ...findings,
    section: section.title?.text ?? null,
    role: 'specific',
    finished: section.name.finished,
  }
  for (const block of section.blocks) {
    if (block.type === 'table' && tracksActions(block.header)) readTable(block, context)
    if (block.type === 'list' && role === null && !asks(section)) readCheckBoxes(block, context)
  }
  for (const part of section.sections) readOutside(part, findings, below || role === 'other')
}

/** "Is this a pattern?": boxes below a question are answers, not tasks. */
function asks(section: Section): boolean {
  return /[?？]$/.test(section.title?.text ?? '')
}

function readCheckBoxes(list: List, context: Context): void {
  const boxes = list.items.filter((item) => item.checked !== null)
  if (boxes.length > 0) readList({ ...list, items: boxes }, context)
}

function readSection(section: Section, context: Context): void {
  const structured = section.blocks.some(isStructured) || section.sections.some(holdsItems)
  for (const block of section.blocks) {
    if (block.type === 'list') readList(block, context)
    else if (block.type === 'table') readTable(block, context)
    else if (block.type === 'paragraph') {
      if (structured) readRemark(block, context)
      else readParagraph(block, context)
    }
  }
  for (const part of section.sections) readPart(part, context)
}

function readPart(part: Section, context: Context): void {
  const { role, finished } = part.name
  if (role === 'other') {
    readOutside(part, context, true)
    return
  }
  const title = part.title
  if (role === null && title && isAction(part)) {
    accept(context, title, { line: part.line, endLine: lastLine(part) }, 'a heading of its own')
    return
  }
  readSection(part, {
    ...context,
    section: title?.text ?? context.section,
    role: roleWithin(role, context.role),
    finished: context.finished || finished,
  })
}

/** "Process improvements" below "Action items" are still action items. */
function roleWithin(role: FollowUp | null, parent: FollowUp): FollowUp {
  return role === null || (role === 'broad' && parent === 'specific')
    ? parent
    : role === 'measures'
      ? parent
      : role
}

/** Whether a sub-heading is itself the task, and what stands below only describes it. */
function isAction(part: Section): boolean {
  const text = part.title?.text ?? ''
  if (part.sections.length > 0 || part.blocks.some((block) => isStructured(block) && !isFieldList(block)))
    return false
  if (part.blocks.some(isFieldList)) return true
  return part.level < 7
    ? startsWithAction(text) || numbered.test(text)
    : part.blocks.length === 0 && startsWithAction(text)
}

function isFieldList(block: Block): boolean {
  return (
    (block.type === 'list' && block.items.some((item) => item.head && isFieldLine(item.head.text))) ||
    (block.type === 'paragraph' && block.lines.some((line) => isFieldLine(line.text)))
  )
}

function isStructured(block: Block): boolean {
  return block.type === 'list' || block.type === 'table'
}

function holdsItems(section: Section): boolean {
  return (
    section.name.role !== 'other' && (section.blocks.some(isStructured) || section.sections.some(holdsItems))
  )
}

function lastLine(section: Section): number {
  const last = section.blocks[section.blocks.length - 1]
  return Math.max(section.endLine, last?.endLine ?? 0)
}
