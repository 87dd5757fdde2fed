import type { Line, List, Paragraph, Place } from '../blocks/types.ts'
import { joinLines, withText } from '../blocks/line.ts'
import { nodesByPart } from '../blocks/spans.ts'
import { fieldsOfLine, isFieldLine, splitLabel, splitLead } from '../sections/labels.ts'
import { accept, reject, type Context } from './context.ts'
import { linesOf } from './from-heading.ts'
import { isPlaceholder } from './placeholders.ts'
import { dropItemPrefix, startsWithItemPrefix } from '../sections/prefixes.ts'
import { sentencesOf } from './sentences.ts'
import { isTimelineEntry } from './timeline.ts'
import { commits, concludes, introduces, looksBack, speaksOfItems, startsWithAction } from './wording.ts'

const mostWordsOfTitle = 6

/**
 * Reads running text of a follow-up section that has neither list nor table: one task per line where the author
 * broke lines on purpose, a paragraph with a title of its own, else the sentences that commit to work.
 */
export function readParagraph(paragraph: Paragraph, context: Context): void {
  if (isFieldBlock(paragraph)) readFieldBlock(paragraph, context)
  else if (isOneTaskPerLine(paragraph.lines))
    for (const line of labelledAmong(paragraph.lines)) readLine(line, context)
  else if (isTitled(paragraph)) {
    const whole = joinLines(paragraph.lines)
    if (whole) accept(context, whole, paragraph, 'a paragraph with a title')
  } else readProse(paragraph.lines, context)
}

/**
 * Reads a section of single-sentence paragraphs as one task each.
 *
 * @returns false, with nothing read, for any other section.
 */
export function readLines(paragraphs: readonly Paragraph[], context: Context): boolean {
  if (paragraphs.some((paragraph) => isFieldBlock(paragraph) || isOneTaskPerLine(paragraph.lines)))
    return false
  const wholes = paragraphs.map(({ lines }) => joinLines(lines)).filter((whole) => whole !== null)
  const tasks = wholes.filter(({ text }) => reasonAgainst(text) === null)
  const acting = tasks.filter(({ text }) => startsWithAction(text)).length
  if (tasks.length < 2 || acting * 2 < tasks.length) return false
  if (!tasks.every(({ text }) => sentencesOf(text).length === 1)) return false
  for (const whole of wholes) readLine(whole, context)
  return true
}

/** Reads text between the lists of a section: only what is labelled as an action counts there. */
export function readRemark(paragraph: Paragraph, context: Context): void {
  const whole = joinLines(paragraph.lines)
  if (!whole || isFieldLine(whole.text)) return
  if (isFieldBlock(paragraph)) readFieldBlock(paragraph, context)
  else if (startsWithItemPrefix(whole.text)) accept(context, whole, paragraph, 'a labelled action')
  else reject(context, whole.text, paragraph, 'text around a list')
}

/**
 * "Action: …" with "Owner: …" and "Due: …" on the lines below. Above a line that is called an action, the finding
 * that it answers may stand.
 */
function isFieldBlock({ lines }: Paragraph): boolean {
  const at = headOfFields(lines)
  const head = lines[at]?.text ?? ''
  if (at === lines.length - 1) return false
  return at === 0 ? sentencesOf(dropItemPrefix(head)).length === 1 : at > 0 && startsWithItemPrefix(head)
}

/** "Fix: …" with "Owner: …" below: whatever section it stands in, somebody will do it. */
export function isAssignedAction(paragraph: Paragraph): boolean {
  const head = paragraph.lines[headOfFields(paragraph.lines)]
  return head !== undefined && startsWithItemPrefix(head.text) && isFieldBlock(paragraph)
}

/** The last line that states more than fields; -1 without any. */
function headOfFields(lines: readonly Line[]): number {
  return lines.findLastIndex(({ text }) => !isFieldLine(text))
}

function readFieldBlock(paragraph: Paragraph, context: Context): void {
  const [head, ...below] = paragraph.lines.slice(headOfFields(paragraph.lines))
  if (!head) return
  const why = reasonAgainst(head.text)
  if (why) reject(context, head.text, paragraph, why)
  else {
    accept(context, head, paragraph, 'a line with its fields below', {
      fields: below.flatMap(({ text }) => fieldsOfLine(text)),
      nodes: paragraph.lines.flatMap(({ nodes }) => nodes),
    })
  }
}

/** Of a finding and the "Recommendation: …" that answers it on the next line, only the second is work. */
function labelledAmong(lines: readonly Line[]): readonly Line[] {
  const [first] = lines
  const labelled = lines.filter(({ text }) => startsWithItemPrefix(text))
  return labelled.length > 0 && first && !labelled.includes(first) ? labelled : lines
}

/** Reads a paragraph with a list of nothing but fields below it as one task. */
export function readWithFields(paragraph: Paragraph, fields: List, context: Context): void {
  const whole = joinLines(paragraph.lines)
  if (!whole || isFieldLine(whole.text)) return
  const why = reasonAgainst(whole.text)
  const lines = linesOf(fields)
  const place = { line: paragraph.line, endLine: fields.endLine }
  if (why) reject(context, whole.text, place, why)
  else
    accept(context, whole, place, 'a line with its fields below', {
      fields: lines.flatMap(({ text }) => fieldsOfLine(text)),
      nodes: [whole, ...lines].flatMap(({ nodes }) => nodes),
    })
}

/** Whether lines end where sentences end and start anew: not prose that was wrapped at some width. */
function isOneTaskPerLine(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false
  if (lines.every((line) => startsWithItemPrefix(line.text))) return true
  if (lines.every((line) => startsWithAction(line.text))) return true
  if (!lines.slice(1).every((line) => /^[^\p{Ll}]/u.test(line.text))) return false
  return lines.length > 2 || lines.slice(0, -1).some((line) => /[.!?。:：]$/.test(line.text))
}

/** "**Load tests:** We will …", "**Metrics** – Export …": a title and its description. */
function isTitled({ lines }: Paragraph): boolean {
  const [first] = lines
  const labelled = first && (splitLabel(first.text) ?? splitLead(first))
  if (!labelled || labelled.rest === '' || labelled.label.split(' ').length > mostWordsOfTitle) return false
  if (isFieldLine(first.text) || reasonAgainst(labelled.rest)) return false
  return startsWithItemPrefix(first.text) || startsWithAction(labelled.rest) || commits(labelled.rest)
}

function readLine(line: Line, context: Context): void {
  if (isFieldLine(line.text)) return
  const why = reasonAgainst(line.text)
  if (why) reject(context, line.text, line, why)
  else accept(context, line, line, 'a line of its own')
}

/** "This is already released.": what the sentences before it promise. */
const alreadyDone =
  /^(?:this|that|these|those|both|all of (?:this|these)|they)\b.*\b(?:already|since)(?: been)? (?:deployed|done|in place|live|merged|released|rolled out|shipped)\b/i
/** Goes on after a closing remark. */
const goesOn =
  /^(?:also|additionally|besides|furthermore|in addition|lastly|moreover|second(?:ly)?|third(?:ly)?)\b/i

/** "The incident could have been avoided …" opens a paragraph more often than it ends one. */
const aboutIncident =
  /^(?:the|this|der|dieser|cet|l['’]|este|el|o|этот|denne|den)\s?(?:incident|outage|vorfall|ausfall|panne|incidente|инцидент|hendelsen)/iu

/**
 * Reads the sentences of running text that commit to work.
 *
 * @param begin where to begin in the joined text of the lines.
 */
export function readProse(lines: readonly Line[], context: Context, begin = 0): void {
  const prose = joinLines(lines)
  if (!prose) return
  const nodesOf = nodesByPart(prose)
  const placeOf = placesIn(lines)
  const first = context.candidates.length
  let from = begin
  let closing = false
  for (const sentence of sentencesOf(prose.text.slice(begin))) {
    from = prose.text.indexOf(sentence, from)
    const place = placeOf(from, from + sentence.length)
    const opening = from === begin
    closing =
      (concludes(sentence) && !(opening && aboutIncident.test(sentence))) ||
      (opening && isPlaceholder(sentence)) ||
      (closing && !goesOn.test(sentence))
    if (alreadyDone.test(sentence)) for (const each of context.candidates.slice(first)) each.done = true
    const why = closing ? 'a closing remark' : reasonAgainst(sentence)
    if (why) reject(context, sentence, place, why)
    else if (commits(sentence) || (startsWithAction(sentence) && !looksBack(sentence)))
      accept(context, withText(prose, sentence), place, 'a sentence that commits to work', {
        nodes: nodesOf(from, from + sentence.length),
      })
    else reject(context, sentence, place, 'a sentence that commits to nothing')
    from += sentence.length
  }
}

/** Finds the lines that hold a part of their joined text; parts are asked for from left to right. */
function placesIn(lines: readonly Line[]): (from: number, to: number) => Place {
  let index = 0
  let end = (lines[0]?.text.length ?? 0) + 1
  const advance = (to: number): number => {
    while (end <= to && index < lines.length - 1) end += (lines[++index]?.text.length ?? 0) + 1
    return index
  }
  return (from, to) => {
    const first = lines[advance(from)]
    const last = lines[advance(to - 1)]
    return { line: first?.line ?? 1, endLine: last?.endLine ?? 1 }
  }
}

function reasonAgainst(text: string): string | null {
  if (isPlaceholder(text) || isPlaceholder(dropItemPrefix(text))) return 'a template placeholder'
  if (concludes(text) || speaksOfItems(text)) return 'a closing remark'
  if (introduces(text)) return 'an introduction'
  return isTimelineEntry(text) ? 'an entry of a timeline' : null
}
