import { joinLines } from '../blocks/line.ts'
import type { Block } from '../blocks/types.ts'
import type { Section } from '../sections/types.ts'
import { asksForFuture, asksForPast } from '../sections/future.ts'
import { namesWork, readName } from '../sections/names.ts'
import { announces } from './announced.ts'
import { sentencesOf } from './sentences.ts'
import { commits, looksBack } from './wording.ts'

const ours = /\b(?:we|i|us)\b|\b(?:we|i)['’]/i
/** "There are three steps we recommend", after "If you run a mirror": advice to others. */
const toOthers = /\b(?:you|your|users?|customers?|subscribers?|visitors?)\b/i
/** "We decided so because:", "for three reasons:": what follows is no work. */
const explains = /\b(?:because|reasons?|why|if|when)\s*[:：]$/i
/** In characters; an introduction is a sentence, and of a longer paragraph the end tells. */
const longestIntroduction = 400

/**
 * The sentence with which a block introduces the list below it: the last one, when it ends in a colon.
 *
 * @returns '' for a block that introduces nothing, or speaks to others.
 */
export function introductionIn(block: Block | undefined): string {
  if (block?.type !== 'paragraph') return ''
  const text = joinLines(block.lines)?.text.slice(-longestIntroduction) ?? ''
  return /[:：]$/.test(text) && !toOthers.test(text) ? (sentencesOf(text).at(-1) ?? '') : ''
}

/**
 * The same where the introduction was short enough to be taken for the name of a section.
 *
 * @param around the section that holds it: the lines right above may speak to others.
 */
export function introductionOf({ title, blocks, line }: Section, around: Section): string {
  if (blocks[0]?.type !== 'list' || !/[:：]$/.test(title?.text ?? '')) return ''
  const above = around.blocks.find((block) => block.type === 'paragraph' && block.endLine === line - 1)
  const before = above?.type === 'paragraph' ? (joinLines(above.lines)?.text ?? '') : ''
  return toOthers.test(before.slice(-longestIntroduction)) ? '' : (title?.text ?? '')
}

/**
 * Whether an introduction tells that the list below it holds work to come, in whatever section it stands: "To avoid
 * this in the future, we recommend:", "Folgende Maßnahmen sind geplant:".
 */
export function introducesWork(introduction: string): boolean {
  if (introduction === '' || explains.test(introduction)) return false
  if (asksForFuture(introduction) || announces(introduction)) return true
  if (asksForPast(introduction) || looksBack(introduction)) return false
  return commits(introduction) && (ours.test(introduction) || namesWork(introduction))
}

/** Whether an introduction says that the list below it is finished: "We have already completed the following:". */
export function introducesFinished(introduction: string): boolean {
  return introduction !== '' && !commits(introduction) && readName(introduction).finished
}
