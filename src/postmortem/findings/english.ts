import { englishVerbs } from '../lexicon/en-actions.ts'
import { wordsOf } from '../lexicon/phrases.ts'

const common = new Set('the to of for and with when our that is are be should will from'.split(' '))
const verbs = new Set(englishVerbs)
/** English has about twice as many of these words; other languages next to none. */
const leastShare = 0.1

/** Whether tasks are written in English: by their verbs in front and the words that hold sentences together. */
export function isEnglish(tasks: readonly string[]): boolean {
  const words = tasks.map(wordsOf)
  const known = words.flatMap((task) =>
    task.filter((word, index) => common.has(word) || (index === 0 && verbs.has(word))),
  )
  return known.length > leastShare * words.flat().length
}
