import type { Block, Line } from '../blocks/types.ts'
import { wordsOf } from '../lexicon/phrases.ts'
import { splitLabel } from '../sections/labels.ts'
import type { Section } from '../sections/types.ts'
import { rejection, type Candidate, type Findings } from './candidates.ts'
import { readRemarks, type Outcome } from './remarks.ts'

const doneWords = '(?:done|completed?|finished|closed|resolved|shipped|implemented)'
const givenUp =
  /^\W*(?:won['’]?t|wontfix|cancel(?:l?ed)|dropped|discarded|rejected|abandoned|declined|scrapped|skipped|superseded|duplicate|not (?:planned|doing|pursu(?:ed|ing)|needed|going to|applicable)|no longer (?:needed|relevant|planned)|obsolete|verworfen|abgelehnt|gestrichen|entfällt|annulée?s?|abandonnée?s?|rejetée?s?|cancelad[oa]s?|descartad[oa]s?|rechazad[oa]s?|rejeitad[oa]s?|avbrutt|avvist|droppet|kansellert|отмен[её]н[ао]?|отклон[её]н[ао]?|не будем|不要|中止|取消|已取消|却下|見送り|不做|放弃|취소)/iu
const listedStill = '(?:not (?:yet )?(?:completed|done)|still open|open|remaining|deferred)'
const listedDone = new RegExp(`^${doneWords}:\\s+(.+)`, 'i')
const allDone = new RegExp(
  `^[^:.|]{0,30}(?:follow-up|action items?|actions|tasks)\\sstatus:\\s*(?:all )?${doneWords}\\b`,
  'i',
)
/** "Both P1 actions are merged as of Monday": the items of one priority, together. */
const doneByPriority =
  /^(?:both|all)(?: (?:of )?the)? (P\d|critical|high|medium|low)(?:[- ]priority)? (?:actions?|action items?|items?|tasks?) (?:are|were|have been) (?:now |already )?(?:done|completed?|finished|closed|merged|deployed|resolved|shipped|implemented|in place)\b/i
const listedOpen = new RegExp(`^${listedStill}\\b[^:]{0,20}:\\s`, 'i')

/** Nobody corrects an action list more often; the limit keeps the work linear in hostile documents. */
const mostRemarks = 50

/**
 * Applies later remarks of a document to its items: "Actions 1 and 3 are done", "Action 4 is cancelled",
 * "Completed: the alert, the runbook". The remarks themselves are no items.
 */
export function applyCorrections({ candidates, rejections }: Findings, root: Section): Findings {
  const outcomes = new Map<Candidate, Outcome>()
  const remarks = new Set<number>()
  const firstEnd = candidates.reduce((first, { endLine }) => Math.min(first, endLine), Infinity)
  const remarkLines = linesOf(root).filter(({ line, text }) => line > firstEnd && mayRemark(text))
  for (const line of remarkLines.slice(0, mostRemarks)) {
    const earlier = candidates.filter((candidate) => candidate.endLine < line.line)
    const touched = outcomesOf(line.text, earlier)
    for (const [candidate, outcome] of touched) outcomes.set(candidate, outcome)
    if (touched.length > 0 || (remarks.size > 0 && listedOpen.test(line.text))) remarks.add(line.line)
  }
  const corrected: Findings = { candidates: [], rejections: [...rejections] }
  for (const candidate of candidates) {
    const outcome = outcomes.get(candidate)
    if (remarks.has(candidate.line))
      corrected.rejections.push(rejection(candidate, 'a remark on items above'))
    else if (isGivenUp(candidate))
      corrected.rejections.push(rejection(candidate, 'the document says it will not be done'))
    else if (outcome === 'cancelled')
      corrected.rejections.push(rejection(candidate, 'cancelled further down'))
    else corrected.candidates.push(outcome === 'done' ? { ...candidate, done: true } : candidate)
  }
  return corrected
}

/** "Won't do" in a status, "Won't" in a MoSCoW priority, "Not planned: …" before the task. */
function isGivenUp({ fields, head }: Candidate): boolean {
  const label = splitLabel(head.text)?.label
  return (
    (label !== undefined && /^(?: do| fix)?$/.test(label.replace(givenUp, ''))) ||
    fields.some(({ field, value }) => (field === 'status' || field === 'priority') && givenUp.test(value))
  )
}

function mayRemark(text: string): boolean {
  return (
    [listedDone, allDone, doneByPriority, listedOpen].some((pattern) => pattern.test(text)) ||
    readRemarks(text).length > 0
  )
}

function outcomesOf(text: string, earlier: readonly Candidate[]): [Candidate, Outcome][] {
  if (allDone.test(text)) return earlier.map((each) => [each, 'done'])
  const priority = doneByPriority.exec(text)?.[1]?.toLowerCase()
  if (priority !== undefined)
    return earlier.filter((each) => hasPriority(each, priority)).map((each) => [each, 'done'])
  const listed = listedDone.exec(text)?.[1]
  if (listed !== undefined) return namedIn(listed, earlier).map((each) => [each, 'done'])
  return readRemarks(text).flatMap(({ numbers, outcome }) =>
    earlier
      .filter(({ number }) => numbers === null || (number !== null && numbers.has(number)))
      .map((each): [Candidate, Outcome] => [each, outcome]),
  )
}

/** @param priority in lower case. */
function hasPriority({ fields }: Candidate, priority: string): boolean {
  return fields.some(({ field, value }) => field === 'priority' && value.trim().toLowerCase() === priority)
}

/** The items that an enumeration names in other words: each part goes to the item that shares most of its words. */
function namedIn(enumeration: string, earlier: readonly Candidate[]): Candidate[] {
  const left = new Set(earlier)
  const found: Candidate[] = []
  for (const part of enumeration.split(/[,;]|\band\b/).slice(0, mostRemarks)) {
    const words = new Set(wordsOf(part))
    const shared = (candidate: Candidate): number =>
      wordsOf(candidate.head.text).filter((word) => words.has(word)).length
    const [best] = [...left]
      .map((candidate) => ({ candidate, score: shared(candidate) }))
      .sort((a, b) => b.score - a.score)
    if (!best || words.size === 0 || best.score * 2 < words.size) continue
    left.delete(best.candidate)
    found.push(best.candidate)
  }
  return found
}

function linesOf({ blocks, sections }: Section): Line[] {
  return [...blocks.flatMap(linesIn), ...sections.flatMap(linesOf)]
}

function linesIn(block: Block): Line[] {
  if (block.type === 'paragraph') return block.lines
  if (block.type !== 'list') return []
  return block.items.flatMap(({ head, line }) => (head ? [{ ...head, line }] : []))
}
