import type { IsoDate } from '../../types.ts'
import { readPriorityInText } from '../priority.ts'
import type { Facts } from './facts.ts'
import { joinFacts, noFacts } from './facts.ts'
import { headTakers } from './head.ts'
import { readInlineDue } from './inline.ts'
import { readActor } from './people.ts'
import { tailTakers } from './tail.ts'
import type { Step } from './taker.ts'

/** Everything that an item's own text states about the item, and the text without those notes. */
export interface FieldNotes extends Facts {
  text: string
}

const takers = [...headTakers, ...tailTakers]
/** More notes than this on one item are no notes. */
const mostNotes = 12

/**
 * Reads all field notes of an item's text: the call for a list item, a line or a sentence.
 *
 * Notes that stand apart are taken off the text: "(owner: Jane, due Friday)", "[P1]", "✅", "DONE:", "— @ops",
 * "Owner: Jane", "#12: …". What is part of the sentence stays: "by May 30", "within two weeks", "The ops team will …".
 *
 * @param text plain text, without list mark, number and check box.
 * @param reference the day that relative deadlines count from.
 * @returns the facts, and `text` as a subsequence of the text that was given.
 */
export function takeFieldNotes(text: string, reference: IsoDate | null): FieldNotes {
  let rest = text.trim()
  let facts: Facts = noFacts
  for (let notes = 0; notes < mostNotes; notes += 1) {
    const step = takeNext(rest, reference)
    if (!step) break
    facts = joinFacts(facts, step.facts)
    rest = step.text.trim()
  }
  const due = facts.dueText === null ? readInlineDue(rest, reference) : null
  const owners = facts.owners.length === 0 ? readActor(rest) : []
  return { text: rest, ...joinFacts(facts, { ...due, owners, priority: readPriorityInText(text) }) }
}

function takeNext(text: string, reference: IsoDate | null): Step | null {
  for (const take of takers) {
    const step = take(text, reference)
    if (step && step.text.trim() !== '') return step
  }
  return null
}
