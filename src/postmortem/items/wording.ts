import { languages } from '../lexicon/index.ts'
import { phrases, wordsOf } from '../lexicon/phrases.ts'

const known = (words: readonly string[]): [string, true][] => words.map((word) => [word, true])

const actions = phrases(languages.flatMap((language) => known(language.actions)))
const endings = languages.flatMap((language) => language.actionEndings)
const commitments = phrases(
  languages.flatMap((language) => [
    ...language.hindsight.map((phrase): [string, boolean] => [phrase, false]),
    ...language.commitments.map((phrase): [string, boolean] => [phrase, true]),
  ]),
)
const introductions = phrases(languages.flatMap((language) => known(language.introductions)))
const remarks = phrases(languages.flatMap((language) => known(language.remarks)))
const conclusions = phrases(languages.flatMap((language) => known(language.conclusions)))

/** In characters: enough for the first words, which tell what a sentence is for. */
const lengthOfStart = 60

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether a text starts the way tasks do: with a verb of doing, or a noun of doing. */
export function startsWithAction(text: string): boolean {
  const words = wordsOf(text.slice(0, lengthOfStart))
  const [first, second] = words
  if (first === undefined) return false
  if (actions.at(words, 0)) return true
  if (unspaced.test(first)) return true
  const infinitive = (word: string | undefined): boolean =>
    word !== undefined && word.length > 3 && !isAscii(text) && endings.some((ending) => word.endsWith(ending))
  return infinitive(first) || (first === 'å' && second !== undefined)
}

/** Whether a sentence commits to or proposes work: "We will …", "… should be …". */
export function commits(text: string): boolean {
  return commitments.all(wordsOf(text)).some(({ meaning }) => meaning)
}

/** Whether a text tells what was, though it may start with a word for doing: "Monitoring was missing." */
export function looksBack(text: string): boolean {
  return commitments.all(wordsOf(text)).some(({ meaning }) => !meaning)
}

/** Whether a text only announces what follows: "The following tasks were identified:". */
export function introduces(text: string): boolean {
  return /[:：]$/.test(text) || (!startsWithAction(text) && introductions.all(wordsOf(text)).length > 0)
}

/** Whether a sentence is about the items themselves: "We will review these actions in June." */
export function speaksOfItems(text: string): boolean {
  return remarks.all(wordsOf(text)).length > 0
}

/** Whether a text only looks back on what stands above: "By implementing these measures, we will …". */
export function concludes(text: string): boolean {
  return conclusions.at(wordsOf(text.slice(0, lengthOfStart)), 0) !== null
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text)
}
