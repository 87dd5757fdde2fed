import { fieldOfHeader } from '../labels.ts'
import { givenNames } from '../lexicon/given-names.ts'
import { isNobody, parseOwners } from '../owners.ts'
import { anyOf, comparable, wordsOf } from '../text.ts'
import { languages } from '../../lexicon/index.ts'

const team = new RegExp(String.raw`(?<=^|[\s\p{L}])(?:${anyOf(wordsOf('team'))})$`, 'iu')
const teamBefore = new RegExp(String.raw`^(?:${anyOf(wordsOf('teamBefore'))})\s+\p{Lu}`, 'iu')
const teamNames = wordsOf('teamNames')
const notNames = new Set([...wordsOf('notNames'), ...teamNames])
const mostWordsOfTeam = 4
const mostWordsOfGroup = 3
const name = /^\p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u

/**
 * Whether a few words that stand apart are the name of a team: "platform team", "決済チーム".
 *
 * @param common whether the names that teams have everywhere ("SRE") count without the word "team".
 */
export function isTeam(text: string, common: boolean): boolean {
  if (common && teamNames.has(comparable(text))) return true
  const words = text.split(/\s+/)
  const hasName = words.length > 1 || !/^\p{Ll}/u.test(text)
  return words.length <= mostWordsOfTeam && team.test(text) && hasName && !isNobody(text)
}

/** Whether a word or three that stand in brackets are a person's name: capitalised, and no word that means another thing. */
export function isName(text: string): boolean {
  const words = comparable(text)
  const isWord = notNames.has(words) || words.split(' ').some((word) => notNames.has(word))
  return name.test(text) && !isWord && fieldOfHeader(text) === null && !isNobody(text)
}

const actions = new Set(languages.flatMap((language) => language.actions))
const alsoGivenNames = new Set(['mark', 'grant'])
const mostWordsOfName = 2

/**
 * Whether a name may stand alone behind a dash, where "Add Alerts" or "Quarterly Restore Drill" stand as often: one or
 * two words that do not begin with a verb of doing.
 */
export function isNameAlone(text: string): boolean {
  const [first = '', ...others] = comparable(text).split(' ')
  if (others.length >= mostWordsOfName || !isName(text)) return false
  return !actions.has(first) || (others.length > 0 && alsoGivenNames.has(first))
}

/** Whether a word or two are surely a person: a given name, alone or before a surname. */
export function isPerson(text: string): boolean {
  const [first = '', ...others] = text.split(' ')
  return others.length < mostWordsOfName && givenNames.has(first.toLowerCase()) && isName(text)
}

/** "Jane & Bob", "Jane and Bob": names that could each stand alone; null for anything else. */
export function pairOf(text: string): string[] | null {
  const names = text.includes('/') ? [] : parseOwners(text)
  return names.length > 1 && names.every(isNameAlone) ? names : null
}

/** Whether a text is a single word that can name whoever does something: no tool, no remark, no field. */
export function isPlainWord(text: string): boolean {
  return /^\p{L}[\p{L}\d-]+$/u.test(text) && !notNames.has(comparable(text)) && fieldOfHeader(text) === null
}

const departments = new Set([...wordsOf('departments'), ...teamNames])

/** Whether a few words in a note are a team by the word before its name: "équipe Paiements". */
export function beginsAsTeam(text: string): boolean {
  return teamBefore.test(text) && text.split(/\s+/).length <= mostWordsOfTeam
}

/** Whether a few words end in the name of a department: "Legal", "Data Platform", "dc ops". */
export function isGroup(text: string): boolean {
  const words = comparable(text).split(' ')
  return words.length <= mostWordsOfGroup && departments.has(words.at(-1) ?? '') && !isNobody(text)
}

const actingTeam = /(?:^|\bthe )((?:[\p{L}\p{N}-]+ ){1,2}team)s? will\b/iu
/** "The whole team will …" names no team. */
const anyTeam =
  /^(?:the|our|your|their|this|that|each|every|any|entire|whole|same|new|full|dedicated|respective|appropriate|responsible|team)\b/i
/** Also a verb in the third person: "@jane adds …". */
const actingHandle =
  /^(@(?!(?:here|channel|all|everyone)\b)[\w-]+) (?:to|will|should|is going to|\p{Ll}+s)(?!\p{L})/u

/** "Jane fix the docs", "Jane fixes the docs". */
const actingPerson = /^(\p{Lu}[\p{L}'’-]+) (\p{Ll}+)(?!\p{L})/u

function personActingIn(text: string): string | undefined {
  const [, person = '', verb = ''] = actingPerson.exec(text) ?? []
  const acts = [verb, verb.replace(/s$/, ''), verb.replace(/es$/, '')].some((form) => actions.has(form))
  return acts && isPerson(person) ? person : undefined
}

/** The team or person that a sentence gives the work to ("The platform team will …", "@jane to …"). */
export function readActor(text: string): string[] {
  const team = actingTeam.exec(text.slice(0, 500))?.[1]?.replace(/^the\s+/i, '')
  const actor =
    team !== undefined && !anyTeam.test(team) ? team : (actingHandle.exec(text)?.[1] ?? personActingIn(text))
  return actor === undefined ? [] : [actor]
}
