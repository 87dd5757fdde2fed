import { englishVerbs } from '../lexicon/en-actions.ts'
import { wordsOf } from '../lexicon/phrases.ts'
import type { ItemRule } from './types.ts'

const verbs = new Set(englishVerbs)
/** "Retries: Limit them and …": what stands before the colon is a name. */
const title = /^[^:.]{1,60}:\s+/
const sentences = /(?<=[.!?;])\s+/
const clauses = /,\s+(?:and\s+|then\s+)*(?:also\s+)?|\s(?:and|then|&)\s+(?:then\s+|also\s+)?/
/** What follows belongs to the clause it stands in: a purpose, a condition, a description. */
const subordinate = /\s(?:to|that|which|who|so|if|when|where|while|because|by|[-–—])\s/
/** The clause speaks of what the one before it makes. */
const continuation =
  /^(?:ensure|make sure|use|allow|help|add (?:it|them|to)\b)|\b(?:it|its|they|them|their|this|these)\b/i
/** What such a clause finds out or gets ready is what the next one is about: "Review the alerts and document …". */
const preparations = new Set(
  `analyse analyze assess audit check collect evaluate examine explore figure find gather identify inspect investigate look
  meet prepare research review spin study talk think`.split(/\s+/),
)
const shortestTask = 4

/** One item that asks for several things, which will not be done by the same person on the same day. English only. */
export const severalTasks: ItemRule = {
  id: 'several-tasks',
  severity: 'notice',
  check: ({ text }) => {
    const tasks = text.replace(title, '').split(sentences).flatMap(tasksOf)
    const own = tasks.filter((task, index) => index === 0 || !continuation.test(task))
    return own.length > 1
      ? `This item asks for ${own.length} things. Give each its own line, so that each has an owner and can be closed on its own.`
      : null
  },
}

/** A sentence is a list of tasks only where each part of it is one: "Add an index, raise the limit and delete the old rows". */
function tasksOf(sentence: string): string[] {
  const parts = sentence.split(clauses)
  const isList =
    parts.every(isTask) && !parts.slice(0, -1).some((part) => subordinate.test(part) || isPreparation(part))
  return isList ? parts : [sentence].filter(isTask)
}

function isPreparation(clause: string): boolean {
  return preparations.has(wordsOf(clause)[0] ?? '')
}

function isTask(clause: string): boolean {
  const words = wordsOf(clause.slice(0, 200))
  return words.length >= shortestTask && verbs.has(words[0] ?? '')
}
