import { languages, type Role } from '../lexicon/index.ts'
import { phrases, wordsOf } from '../lexicon/phrases.ts'
import { asksForFuture, refusesWork } from './future.ts'

/** What the name of a section says. */
export interface SectionName {
  /** Null for a name that no lexicon knows: a category of its parent, or none of our business. */
  role: Role | null
  /** Whether the known words are all that the name says: "Action items", not "Action items queue outage". */
  exact: boolean
  /** Whether the name speaks of time first: "Long-term fix" below "Resolution" tells what was done. */
  horizon: boolean
  /** Whether the name says that everything below is finished. */
  finished: boolean
}

const roles: readonly Role[] = ['specific', 'broad', 'measures', 'other']
const roleOfPhrase = phrases<Role>(
  languages.flatMap(({ headings }) =>
    roles.flatMap((role) => headings[role].map((phrase): [string, Role] => [phrase, role])),
  ),
)
const finishedPhrase = phrases(
  languages.flatMap(({ finished }) => finished.map((word): [string, true] => [word, true])),
)

/** Names that mean follow-up work only where they say nothing else: "Next", but not "Next release". */
const wholeNames = new Set(
  languages.flatMap(({ wholeNames: names }) => names.map((name) => wordsOf(name).join(' '))),
)

const closings = new Set(
  languages.flatMap(({ closings: names }) => names.map((name) => withoutArticle(wordsOf(name)))),
)

/** Words that narrow a name without changing what the section is for. */
const fillers = new Set(
  `a able again all an and any are as at be by for from future happening how i immediate in into is it issue issues
  item items its list long long-term longer medium medium-term mid-term my near-term new next of on or other our owner owners deadline deadlines status
  outage plan planned possible problem prevent problems related short short-term similar so some such term that the their
  these this those to up us we what will with under way underway can could did do does doesn't don't ensure it make never not should sure won't address needed required recommended proposed section against
  corto medio largo plazo curto médio longo prazo court moyen terme kurzfristige mittelfristige langfristige
  de del la las los el y e o a para los do da dos das os as com para et des les le du pour der die das und fü̈r og av
  и для по の と および 与 和 및`.split(/\s+/),
)
/** "五、" and "（二）", which number the parts of Chinese reports. */
const ordinal =
  /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}、)\s*/
const remark = /[(（][^)）]*[)）]/g
const inBrackets = /[(（]([^()（）]{1,60})[)）]\s*[:：]?$/
/** "The following will be done", "not done yet": nothing is finished there. */
const unfinished =
  /\b(?:be|get|getting|not|isn't|aren't|yet|when|until|if)\s+(?:\p{L}+\s+)?(?:done|completed|implemented|closed|deployed|finished|merged|released|shipped)\b/giu
const horizons =
  /^(?:immediate|short|near|mid|medium|long|quick|right (?:away|now)|straight away|soon|later|eventually|today|tomorrow|(?:this|next|the (?:next|coming)|(?:in|over|for) (?:the|this|that|a few|some)) (?:\p{L}+ )?(?:days?|weeks?|months?|quarters?|years?|sprints?|terms?|run|future)(?!\p{L})|sofort|kurzfristig|mittelfristig|langfristig|(?:a )?(?:corto|medio|largo|curto|médio|longo|court|moyen|long) (?:plazo|prazo|terme)|à (?:court|moyen|long) terme|inmediat|imediat|immédiat|kortsiktig|langsiktig|краткосрочн|среднесрочн|долгосрочн|短期|中期|长期|長期|단기|중기|장기)/iu
const subtitle = /[:：]\s|\s[-–—]\s/
const joined = /\s+(?:and|y|e|et|und|og|и)\s+|\s*[&+/]\s*/u
/** "Post-incident actions" are actions; "incident actions" are what was done on the day. */
const afterwards = /\bpost[- ]?(?:mortem|incident)\b/gi
const reports = /(?<!post[- ]?)\b(?:incident|outage|report)\b/i

/** Reads the name of a section: the text of a heading, a bold line or a label. */
export function readName(text: string): SectionName {
  const numberless = text.replace(ordinal, '')
  const plain = numberless.replace(remark, ' ')
  const words = wordsOf(plain)
  const role = readRole(plain, words)
  const claimed = text.replace(unfinished, ' ')
  return {
    ...(role.role === 'broad' && listsTasks(text) ? { role: 'specific', exact: true } : role),
    horizon: horizons.test(numberless.trim()),
    finished: finishedPhrase.all(claimed === plain ? words : wordsOf(claimed)).length > 0,
  }
}

/** "Improvements (action items)": the remark says that the broader name is meant for tasks. */
function listsTasks(text: string): boolean {
  const { role, exact } = readWords(inBrackets.exec(text)?.[1] ?? '')
  return role === 'specific' && exact
}

/** @param words of the name. */
function readRole(plain: string, words: readonly string[]): Pick<SectionName, 'role' | 'exact'> {
  if (refusesWork(plain)) return { role: 'other', exact: false }
  const name = withoutArticle(words)
  if (wholeNames.has(name)) return { role: 'measures', exact: true }
  if (closings.has(name)) return { role: 'other', exact: true }
  const whole = readWords(plain, words)
  if (whole.role !== null)
    return { ...whole, exact: whole.exact || (whole.role === 'measures' && asksForFuture(plain)) }
  const partner = partnerIn(plain)
  if (partner) return { role: partner, exact: false }
  const [head = ''] = plain.split(subtitle)
  const found = head === plain ? whole : { ...readWords(head), exact: false }
  return found.role === null && asksForFuture(plain) ? { role: 'measures', exact: true } : found
}

/** Whether a sentence names follow-up work among other words: "The following measures are planned". */
export function namesWork(sentence: string): boolean {
  return roleOfPhrase.all(wordsOf(sentence)).some(({ meaning }) => meaning !== 'other')
}

/** "Remediation and design changes": beside a name that means follow-up work, other words narrow nothing. */
function partnerIn(plain: string): Role | null {
  const parts = plain.split(joined)
  if (parts.length < 2) return null
  const work = parts.map((part) => readWords(part)).filter(({ role, exact }) => exact && role !== 'other')
  return strongest(work.flatMap(({ role }) => role ?? []))
}

/** "3. The plan" is named "plan". */
function withoutArticle(words: readonly string[]): string {
  return words
    .filter((word) => !/^(?:\d+|the|our|my|der|unser|le|notre|el|nuestro|o|nosso|vår)$/.test(word))
    .join(' ')
}

function readWords(
  text: string,
  all: readonly string[] = wordsOf(text),
): Pick<SectionName, 'role' | 'exact'> {
  const plain = text.replace(afterwards, ' ')
  const words = plain === text ? all : wordsOf(plain)
  const found = roleOfPhrase.all(words)
  const covered = found.reduce((sum, { from, to }) => sum + to - from, 0)
  const loose = words.filter(
    (word, index) => !fillers.has(word) && !/^\d+$/.test(word) && !within(found, index),
  ).length
  const role = strongest(found.map(({ meaning }) => meaning))
  const drowned = role !== 'other' && (covered < loose || (covered === loose && reports.test(text)))
  return {
    role: drowned ? null : role === 'broad' && horizons.test(text.trim()) ? 'measures' : role,
    exact: found.length > 0 && loose === 0,
  }
}

/** Follow-up work wins over the rest: "Lessons learned and action items" holds action items. */
function strongest(found: readonly Role[]): Role | null {
  if (found.includes('specific')) return 'specific'
  if (found.includes('measures')) return 'measures'
  if (found.includes('broad')) return 'broad'
  return found[0] ?? null
}

function within(found: readonly { from: number; to: number }[], index: number): boolean {
  return found.some(({ from, to }) => index >= from && index < to)
}
