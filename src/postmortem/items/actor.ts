import { isPersonsName } from '../fields/index.ts'
import { startsWithAction } from './wording.ts'

const name = String.raw`\p{Lu}\p{Ll}[\p{Ll}'’-]*(?: \p{Lu}[\p{Ll}'’-]+)?`
/** "Ada will …", "Ada and Grace to …". What things do in the passive ("The gate will be …") needs no person. */
const acting = new RegExp(
  String.raw`^(${name})(?:(?:,| and| &) (${name}))? (?:will|shall|to|(?:is|are) going to|has agreed to|agreed to|volunteered to) (?:also |now )?(?!be\b)(\p{Ll}.*)$`,
  'u',
)
/** In characters; who acts stands at the start. */
const longestStart = 160

/**
 * The people whom a sentence gives the work to: "Ada will order three seals", "Ada and Grace to test the pump".
 *
 * @param isCommon whether the document writes a word in lower case somewhere: "Alerts" are nobody.
 */
export function actorsIn(text: string, isCommon: (word: string) => boolean): string[] {
  const [, first = '', second = '', task = ''] = acting.exec(text.slice(0, longestStart)) ?? []
  const names = [first, second].filter((each) => each !== '')
  const arePeople = names.every(
    (each) => isPersonsName(each) && !each.toLowerCase().split(' ').some(isCommon),
  )
  return names.length > 0 && arePeople && startsWithAction(task) ? names : []
}
