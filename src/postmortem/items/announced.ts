import { joinLines } from '../blocks/line.ts'
import type { Paragraph } from '../blocks/types.ts'
import { asksForFuture } from '../sections/future.ts'
import type { Context } from './context.ts'
import { readProse } from './from-paragraph.ts'
import { sentencesOf } from './sentences.ts'
import { commits, looksBack } from './wording.ts'

const promise =
  /\b(?:we|i)(?:'ll| will|'re going to| are going to|'m going to| plan to| intend to)\b[^.?!]*\b(?:the following|(?:several|some|many|various|multiple|a (?:few|couple|number) of|these|two|three|four|five) (?:\w+ )?(?:changes|improvements|measures|steps|things))\b/i
const plan =
  /\bhere(?:'s| is)\b[^.?!]*\b(?:plan|(?:we|i)(?:'ll| will|'re| are|'m| am)|what (?:changes|will change|happens next))\b/i
const whatNow = /\b(?:what now|now what|what(?:'s| is| comes)? next)\?$/i

/** "To keep this from happening again, we will …", "From now on we'll …": the work itself, told where the story ends. */
const lesson =
  /^(?:(?:in order )?to (?:\w+ ){0,2}?(?:prevent|avoid|keep|stop|make sure|ensure)\b[^.]*\b(?:again|future|recur\w*|similar)\b[^.,]*,|(?:in (?:the )?future|from now on|going forward),?) (?:we|i)(?:'ll| will|'re| are|'m| am| plan)\b/i

/**
 * "First, we will …", "Secondly, we'll …" counts promises, unless what comes first is more of the story: "First, we will
 * explain …".
 */
const oneOfSeveral =
  /^(?:first(?:ly| of all)?|second(?:ly)?),? (?:we|i)(?:'ll| will|'re going to| are going to|'m going to| am going to) (?:also )?(?!(?:describe|discuss|explain|give|go|introduce|look|outline|present|recap|recount|show|start|summari[sz]e|take|talk|tell|walk)\b)/i

/** In characters; of a longer sentence the end tells. */
const longestAnnouncement = 300

/** Whether a sentence tells that work follows: "We will make several changes.", "What now?", "Here is the plan." */
export function announces(sentence: string): boolean {
  const words = sentence.slice(-longestAnnouncement).replaceAll('’', "'")
  if (words.endsWith('?')) return whatNow.test(words) || asksForFuture(words)
  return promise.test(words) || plan.test(words)
}

/** Whether a sentence promises what will keep the incident from happening again. */
function promises(sentence: string): boolean {
  const words = sentence.slice(0, longestAnnouncement).replaceAll('’', "'")
  return (lesson.test(words) || oneOfSeveral.test(words)) && commits(words) && !looksBack(words)
}

/**
 * Reads the work that the running text of a section announces, in reports that are told without headings: what
 * follows the announcement, as far as each paragraph holds work.
 */
export function readAnnounced(paragraphs: readonly Paragraph[], context: Context): void {
  let announced = false
  for (const { lines } of paragraphs) {
    const begin: number | null = announced ? 0 : endOfAnnouncement(joinLines(lines)?.text ?? '')
    if (begin === null) continue
    const before = context.candidates.length
    readProse(lines, context, begin)
    if (announced && context.candidates.length === before) return
    announced = true
  }
}

/** What every announcement holds. A cheap question before a text is parted into sentences. */
const sign = /\b(?:we|i|here)\b|\?/i

function endOfAnnouncement(prose: string): number | null {
  if (!sign.test(prose)) return null
  let end = 0
  for (const sentence of sentencesOf(prose)) {
    end = prose.indexOf(sentence, end) + sentence.length
    if (announces(sentence)) return end
    if (promises(sentence)) return end - sentence.length
  }
  return null
}
