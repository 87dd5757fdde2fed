import { anyOf, comparable, wordsOf } from './text.ts'

const nobody = wordsOf('nobody')
/** "Data" is a date in Portuguese, and a team in a list of owners. */
const departments = wordsOf('departments')
const listSign = String.raw`[,;、，；\n]|<br\s?\/?>|\s[+/]\s|\s\+|\+\s`
const betweenNames = new RegExp(
  String.raw`${listSign}|(?<!@\S*)\/(?!\S*@)|\s(?:${anyOf(wordsOf('and'))})\s+|(?<=@[\w/-]+)\s+(?=@)`,
  'giu',
)
const ampersand = /\s&\s/
/** "Trust & Safety team", "Risk & Compliance Eng": one word before the sign and the noun of a team at the end. */
const jointTeam = new RegExp(String.raw`^[\p{L}\p{N}-]+ & [^@&]*(?<=\s)(?:${anyOf(wordsOf('team'))})$`, 'iu')
/** What follows in a cell is prose. */
const longestCell = 300
const placeholder =
  /^(?:<.*>|\{.*\}|@?(?:todo|username|tbd|handle)|@(?:name|user|owner|person|team|assignee))$/i

/**
 * The owners that a table cell or a labelled value names, as written.
 *
 * @param value for example "Jane Doe, Bob and @ops". Placeholders ("TBD", "-", "<owner>") name nobody.
 */
export function parseOwners(value: string): string[] {
  if (isNobody(value)) return []
  return value
    .slice(0, longestCell)
    .split(betweenNames)
    .flatMap((name) => (jointTeam.test(name.trim()) ? [name] : name.split(ampersand)))
    .map(withoutFrame)
    .filter((name) => !isNobody(name))
}

/** Whether a value stands for the absence of a person ("TBD", "n/a", "<owner>", "—"). */
export function isNobody(value: string): boolean {
  const words = comparable(value.slice(0, longestCell).replace(/[(（].*/s, ''))
  return (
    words === '' ||
    (nobody.has(words) && !departments.has(words)) ||
    placeholder.test(value.slice(0, longestCell).trim())
  )
}

/** Takes off what frames a name: spaces, brackets around all of it, a full stop that ends a sentence. */
function withoutFrame(name: string): string {
  const bare = name.trim().replace(/^and\s+/i, '')
  const inside = /^[([]([^()[\]]*)[)\]]$/.exec(bare)?.[1] ?? bare
  return inside.trim().replace(/(?<=\p{L}{2})\.$/u, '')
}
