import { englishVerbs } from '../lexicon/en-actions.ts'
import { wordsOf } from '../lexicon/phrases.ts'

const verbs = new Set(englishVerbs)
const past = String.raw`\w+(?:ed|en)|begun|bought|brought|built|cut|did|done|found|held|kept|made|put|rebuilt|sent|set|told|took`

/** "We also moved …", "The script was updated …", "Switched to …". Adjectives look alike: "Improved monitoring". */
const reports = [
  String.raw`(?:[^,.:]{1,40}, )?(?:we|i)(?:'ve| have)?(?: also| now| already| since)* (?:${past})`,
  String.raw`(?:(?!that\b|which\b|who\b|where\b|when\b|if\b|should\b)[\w'-]+ ){1,6}?(?:was|were|has been|have been)(?: also| now| already| since)* (?:${past})`,
  String.raw`\w+ed (?:the|a|an|our|all|to|from|up|out)`,
]
const report = new RegExp(String.raw`^(?:${reports.join('|')})\b`, 'i')

/**
 * Whether an item tells what somebody did rather than what is to be done, without a mark that says so: nobody has to be named
 * for it any more. English only.
 */
export function readsAsDone(text: string): boolean {
  return report.test(text.replaceAll('’', "'")) && !verbs.has(wordsOf(text)[0] ?? '')
}
