import type { Block, List, Paragraph } from '../blocks/types.ts'
import { withText } from '../blocks/line.ts'
import { isFieldLine, nameOf } from '../sections/labels.ts'
import { addressesOthers } from '../sections/future.ts'
import type { Section } from '../sections/types.ts'
import type { Findings, FollowUp } from './candidates.ts'
import { readAnnounced } from './announced.ts'
import { accept, type Context } from './context.ts'
import { withoutDecisions } from './decisions.ts'
import { isActionHeading, readActionHeading } from './from-heading.ts'
import { readList } from './from-list.ts'
import { introducesFinished, introducesWork, introductionIn, introductionOf } from './introduced.ts'
import { readLabelled } from './labelled.ts'
import { isAssignedAction, readLines, readParagraph, readRemark, readWithFields } from './from-paragraph.ts'
import { readTable, tracksActions } from './from-table.ts'
import { holdsActions, holdsWork } from './signals.ts'
import { arePeople, dueOfName, fieldsAbove, ownerOfName, priorityOfName } from './inherited.ts'

const inlineAction = /[.!?)]\s(?:action|action item|follow-up|todo):\s(.+)$/i
const lowerCaseWord = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]*/gu
const actionLabel = /^action items?\s*[:：]\s*\S/i

/** Reads every follow-up section of a document, and the check boxes and action tables outside of them. */
export function readDocument(root: Section, markdown: string): Findings {
  const findings: Findings = { candidates: [], rejections: [] }
  let words: Set<string> | undefined
  const isCommon = (word: string): boolean => (words ??= new Set(markdown.match(lowerCaseWord))).has(word)
  const context: Context = {
    ...findings,
    section: null,
    role: 'measures',
    finished: false,
    isCommon,
    inherited: [],
  }
  readOutside(root, context, false)
  if (findings.candidates.length === 0 && findings.rejections.length === 0) readUnnamed(root, context)
  return withoutDecisions(findings)
}

/** A report has some parts that everybody names alike: a timeline, an impact, a cause. */
const fewestKnownParts = 2

/**
 * Reads the last list of actions of a report that names no follow-up section we know: teams call it anything,
 * and it comes last.
 */
function readUnnamed(root: Section, context: Context): void {
  const parts = partsOf(root)
  if (parts.filter(({ name }) => name.role === 'other').length < fewestKnownParts) return
  const last = parts.findLast((part) => part.name.role === null && part.title && holdsActions(part))
  if (last) readSection(last, { ...context, section: last.title && nameOf(last.title) })
}

/** All parts of a section but those that speak to the readers. */
function partsOf(section: Section): Section[] {
  return section.sections
    .filter(({ title }) => !addressesOthers(title?.text ?? ''))
    .flatMap((part) => [part, ...partsOf(part)])
}

/**
 * @param below whether a section around this one has another purpose: then only a clear name makes an exception.
 * @param introduced whether its name is a sentence that introduces work: "We recommend the following:".
 */
function readOutside(section: Section, around: Context, below: boolean, introduced = false): void {
  const { role, exact, horizon, finished } = section.name
  const context: Context = {
    ...around,
    section: section.title && nameOf(section.title),
    role: 'measures',
    finished,
    inherited: [],
  }
  if (role !== null && role !== 'other' && (!below || (exact && !horizon))) {
    readSection(section, { ...context, role: role === 'measures' && tracks(section) ? 'specific' : role })
    return
  }
  if (role === null && section.title && !below && (holdsWork(section) || introduced)) {
    readSection(section, context)
    return
  }
  for (const [index, block] of section.blocks.entries()) {
    if (block.type === 'list' && introducesWork(introductionIn(section.blocks[index - 1])))
      readList(block, context)
    else readStray(block, section, { ...context, role: 'alone' })
  }
  if (role === null && !below) readAnnounced(section.blocks.filter(isParagraph), context)
  for (const part of section.sections)
    readOutside(part, context, below || role === 'other', introducesWork(introductionOf(part, section)))
}

/** What counts as follow-up work wherever it stands: a check box, a table of actions, "Action item: …". */
function readStray(block: Block, section: Section, context: Context): void {
  if (block.type === 'table' && tracksActions(block)) readTable(block, context)
  if (block.type === 'paragraph' && (actionLabel.test(block.lines[0]?.text ?? '') || isAssignedAction(block)))
    readRemark(block, context)
  else readLabelled(block, section, context)
  if (block.type === 'list') readInlineActions(block, context)
  if (section.name.role === 'other' || asks(section)) return
  if (block.type === 'list') {
    const boxes = block.items.filter((item) => item.checked !== null)
    if (boxes.length > 0) readList({ ...block, items: boxes }, context)
  }
}

/** "The queue was full. **Action:** Alert on its length" among what went wrong. */
function readInlineActions(list: List, context: Context): void {
  for (const item of list.items) {
    const action = inlineAction.exec(item.head?.text ?? '')?.[1]
    if (item.head && action !== undefined)
      accept(context, withText(item.head, action), item, 'a labelled action')
  }
}

/** "Is this a pattern?": boxes below a question are answers, not tasks. */
function asks(section: Section): boolean {
  return /[?？]$/.test(section.title?.text ?? '')
}

function readSection(section: Section, context: Context): void {
  const paragraphs = section.blocks.filter(isParagraph)
  const structured = section.blocks.some(isStructured) || section.sections.some(holdsItems)
  if (!structured && !section.blocks.some(isFieldList) && readLines(paragraphs, context)) return
  for (const [index, block] of section.blocks.entries()) {
    const next = section.blocks[index + 1]
    if (block.type === 'paragraph' && isFieldList(next)) readWithFields(block, next, context)
    else if (block.type === 'list') readList(block, under(section.blocks[index - 1], context))
    else if (block.type === 'table') readTable(block, context)
    else if (block.type === 'paragraph') (structured ? readRemark : readParagraph)(block, context)
  }
  const people = arePeople(section.sections, context.isCommon)
  for (const part of section.sections) readPart(part, section, people, context)
}

/** The context of a list, with what the block above it says of all its items: an owner, or that they are finished. */
function under(above: Block | undefined, context: Context): Context {
  const finished = context.finished || introducesFinished(introductionIn(above))
  return { ...context, finished, inherited: [...fieldsAbove(above), ...context.inherited] }
}

/** @param person whether the part is named after the person who owns its items. */
function readPart(part: Section, parent: Section, person: boolean, context: Context): void {
  const { role, finished } = part.name
  if (role === 'other') readOutside(part, context, true)
  else if (role === null && part.title && isActionHeading(part)) readActionHeading(part, part.title, context)
  else {
    readSection(part, {
      ...context,
      section: part.title ? nameOf(part.title) : context.section,
      role: roleWithin(role, parent, context),
      finished: context.finished || finished,
      inherited: [
        ...ownerOfName(part, person),
        ...(person ? [] : dueOfName(part)),
        ...priorityOfName(part),
        ...context.inherited,
      ],
    })
  }
}

/** "Process improvements" below "Action items" are still action items, unless "Tasks" stand beside them. */
function roleWithin(role: FollowUp | null, section: Section, context: Context): FollowUp {
  if (role === 'specific') return role
  const split =
    section.name.role !== 'specific' || section.sections.some(({ name }) => name.role === 'specific')
  return role === 'broad' && split ? role : context.role
}

/** Whether a section tracks its work in tables with owners and dates: then its tasks are specific, whatever its name. */
function tracks(section: Section): boolean {
  return (
    section.blocks.some((block) => block.type === 'table' && tracksActions(block)) ||
    section.sections.some(tracks)
  )
}

function isParagraph(block: Block): block is Paragraph {
  return block.type === 'paragraph'
}

function isStructured(block: Block): boolean {
  return block.type === 'table' || (block.type === 'list' && !isFieldList(block))
}

/** "- Owner: Ada" and "- Due: May 5", which belong to the paragraph above them. */
function isFieldList(block: Block | undefined): block is List {
  return block?.type === 'list' && block.items.every(({ head }) => head && isFieldLine(head.text))
}

function holdsItems(section: Section): boolean {
  return (
    section.name.role !== 'other' &&
    (section.blocks.some(isStructured) || section.sections.some(holdsItems) || isActionHeading(section))
  )
}
