import { languages } from '../lexicon/index.ts'
import { phrases, wordsOf } from '../lexicon/phrases.ts'
import { behindClause, isImperative } from './clause.ts'

const known = (words: readonly string[]): [string, true][] => words.map((word) => [word, true])

const actions = phrases(languages.flatMap((language) => known(language.actions)))
const infinitives = languages.flatMap((language) =>
  language.infinitives ? [{ ...language.infinitives, beside: new Set(language.infinitives.beside) }] : [],
)
const commitments = phrases(
  languages.flatMap((language) => [
    ...language.hindsight.map((phrase): [string, boolean] => [phrase, false]),
    ...language.commitments.map((phrase): [string, boolean] => [phrase, true]),
  ]),
)
const rules = new Set(['can be', 'could be', 'has to', 'have to', 'müssen', 'needs to', 'sollen', 'werden'])
const underway = phrases(languages.flatMap((language) => known(language.underway)))
/** Of a longer word only: Portuguese "verão" is the summer. */
const future = new RegExp(
  `\\p{L}{3}(?:${languages.flatMap((language) => language.futures ?? []).join('|')})(?!\\p{L})`,
  'iu',
)
const introductions = phrases(languages.flatMap((language) => known(language.introductions)))
const remarks = phrases(languages.flatMap((language) => known(language.remarks)))
const conclusions = phrases(languages.flatMap((language) => known(language.conclusions)))

/** In characters: enough for the first words, which tell what a sentence is for. */
const lengthOfStart = 60

/** In characters: a task that is longer than this shows its verb at the start. */
const lengthOfTask = 200

const trailingNote = /\s*[(（][^()（）]*[)）][\s.]*$/
/** "Third, consider …", "Lastly, …": where a sentence stands among others. */
const lead =
  /^(?:first(?: of all)?|firstly|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly|last|next|then|also|additionally|besides|furthermore|moreover|in addition),\s+/i
/** "Monitoring has been added", unlike "Check that it has been added". */
const accomplished =
  /^(?:(?!that\b|whether\b|if\b|when\b|once\b|until\b|what\b)[\w'-]+\s){1,6}(?:has|have)\s(?:(?:already|also|now|since)\s)?been\s/i
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether a text is a command behind a clause: "Before the next release, add a test". */
function commandsBehindClause(text: string): boolean {
  const found = behindClause(text.slice(0, lengthOfTask))
  return found !== null && (found.isEnglish ? isImperative : beginsWithAction)(found.rest)
}

/** Whether a text reads like a task from its first words: a verb of doing, a noun of doing, an infinitive. */
export function startsWithAction(text: string): boolean {
  return beginsWithAction(text) || commandsBehindClause(text)
}

function beginsWithAction(text: string): boolean {
  const [first, ...others] = wordsOf(text.slice(0, lengthOfTask).replace(trailingNote, '').replace(lead, ''))
  if (first === undefined) return false
  if (unspaced.test(first) || actions.at([first, ...others], 0) !== null) return true
  return infinitives.some((language) => {
    const last = others[others.length - 1] ?? ''
    const ends = (word: string, endings: readonly string[]): boolean =>
      word.length > 3 && endings.some((ending) => word.endsWith(ending))
    return (
      (ends(first, language.first) || ends(last, language.last)) &&
      others.some((word) => language.beside.has(word))
    )
  })
}

/** Whether a sentence commits to or proposes work: "We will …", "… should be …", "We are adding …". */
export function commits(text: string): boolean {
  const words = wordsOf(text.replaceAll(regret, ' '))
  const found = commitments.all(words)
  const lookingBack = found[0]?.meaning === false
  return (
    found.some(({ meaning, from, to }) => meaning && !(lookingBack && isRule(words.slice(from, to)))) ||
    underway.all(words).some(({ to }) => actions.at(words, to) !== null) ||
    future.test(text)
  )
}

/** "We should have noticed", "could have saved": unlike "should have an alert". */
const regret =
  /\b(?:should|could|would|must|ought to) (?:not |never )?have (?:\w+ly |also |never |not )?(?:\w+ed|been|become|begun|broken|brought|built|bought|caught|chosen|come|cost|done|fallen|felt|found|given|gone|got|gotten|grown|had|held|kept|known|led|left|lost|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|spoken|stood|stuck|taken|taught|thought|told|understood|woken|written)\b/gi

/** "There was no rule on what a host has to tell": behind a past, what has to be is no plan. */
function isRule(words: readonly string[]): boolean {
  return rules.has(words.join(' '))
}

/** Whether a text tells what was, though it may start with a word for doing: "Monitoring was missing." */
export function looksBack(text: string): boolean {
  if (accomplished.test(text.slice(0, lengthOfStart))) return true
  return commitments.all(wordsOf(text)).some(({ meaning }) => !meaning)
}

/** "See the epic PLT-22.": the work is listed elsewhere. "See whether …" is work. */
const refersElsewhere = /^(?:please )?(?:see|refer to) (?!(?:about|how|if|that|to|what|whether|why)\b)/i

/** Whether a text only announces what follows or tells where it stands: "The following tasks were identified:". */
export function introduces(text: string): boolean {
  return (
    /[:：]$/.test(text) ||
    refersElsewhere.test(text) ||
    (!startsWithAction(text) && introductions.all(wordsOf(text)).length > 0)
  )
}

/** Whether a sentence is about the items themselves: "We will review these actions in June." */
export function speaksOfItems(text: string): boolean {
  return remarks.all(wordsOf(text)).length > 0
}

/** "By completing these tasks, we aim …": all of them together, and no new one. */
const byItems = /^by \w+ing (?:out |on )?(?:these|those|all (?:of )?(?:these|those|the)|the above)\b/i

/** Whether a text only looks back on what stands above: "By implementing these measures, we will …". */
export function concludes(text: string): boolean {
  return byItems.test(text) || conclusions.at(wordsOf(text.slice(0, lengthOfStart)), 0) !== null
}
