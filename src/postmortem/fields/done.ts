import { anyOf, comparable, wordsOf } from './text.ts'

const doneWords = wordsOf('done')
const openWords = wordsOf('open')
/** Too short to mean anything beside other words ("x", "yes", "是"). */
const weighty = (word: string): boolean => word.length >= 4 || /^[^\p{Script=Latin}]{2,}$/u.test(word)

/** "(/)" is the tick of a wiki. */
const ticks = String.raw`(?:[✅☑✔✓]|\(/\)|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):)`
/** Any other sign in letters: ":x:", ":hourglass:". */
const sign = /^:[a-z0-9_+-]+:$/
const signs = String.raw`[^\p{L}\p{N}%]*`
const startsTicked = new RegExp(`^${ticks}`, 'u')
const tickOnly = new RegExp(String.raw`^${ticks}\ufe0f?$`, 'u')
const startsDone = new RegExp(String.raw`^${signs}(?:${anyOf(doneWords)})(?![\p{L}\p{N}])`, 'iu')
const mentionsOpen = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${anyOf([...openWords].filter(weighty))})|(?<!\d)\d{1,2}\s?%`,
  'iu',
)
/** How far the work is: "100 %". */
const complete = /^100\s?%$/
const startsOpen = new RegExp(String.raw`^${signs}(?:${anyOf(openWords)})`, 'iu')

/** Whether a status cell or labelled value says that the work is finished ("Done", "✅", "完了 (#12)"). */
export function isDoneStatus(value: string): boolean {
  const status = value.trim().slice(0, 200)
  if (sign.test(status) && !startsTicked.test(status)) return false
  if (startsOpen.test(status) || doneWords.has(comparable(status))) return doneWords.has(comparable(status))
  if (complete.test(status)) return true
  if (startsTicked.test(status)) return !mentionsOpen.test(status)
  return startsDone.test(status) && !mentionsOpen.test(status)
}

const markWords = anyOf([...doneWords].filter(weighty))
const whenOrWhere = String.raw`(?:${signs}$|${signs}(?:on|as of|since|le|am|el|em|den)\s|${signs}[\s(（:]*(?:in|via|by|with|as of)?\s*[(（]?(?:pr\s?)?[#@\d]|\s*[(（])`
const mark = new RegExp(String.raw`^${signs}(?:${markWords})(?=${whenOrWhere})`, 'iu')

/**
 * Whether a few words that stand apart are a mark of finished work: "done", "completed on May 5", "fixed in #12",
 * but not "implemented as a cron job".
 */
export function isDoneMark(value: string): boolean {
  const status = value.trim().slice(0, 200)
  return tickOnly.test(status) || (mark.test(status) && !mentionsOpen.test(status))
}

/** Whether a few words are a state of unfinished work and nothing else: "in progress", "not started". */
export function isOpenMark(value: string): boolean {
  const status = comparable(value)
  return weighty(status) && openWords.has(status)
}

const leadingTick = new RegExp(String.raw`^\s*(?:${ticks}\ufe0f?|\[[xX]\](?=\s))\s*`, 'u')
const leadingDone = new RegExp(
  String.raw`^[\s*_[(]*(?:already\s)?(?:${markWords})[\])*_]*(?:\s?\([^()]{0,60}\))?[*_]*(?:\s?[:：]|\s[-–—])[*_]*\s*`,
  'iu',
)
const leadingOpen = new RegExp(
  String.raw`^\s*(?:[🔲⬜☐⏳🚧❌🔄]\ufe0f?\s*|\([x!]\)\s+|\[\s?\]\s+|[[(](?:wip|todo|open)[\])]\s*|[[(]?(?:${anyOf([...openWords].filter(weighty))})[\])]?\s?[:：]\s*|to-do\s+(?=\p{L}))`,
  'iu',
)
/** Without a colon in capitals only: Spanish "Todo cambio …" and Portuguese "Todo acesso …" are about every one. */
const leadingToDo = /^\s*(?:TODO|ToDo)\s+(?=\p{L})/u
const trailingTick = new RegExp(String.raw`\s*(?:${ticks}\ufe0f?(?:\s*${markWords})?|\[[xX]\])\s*$`, 'iu')

/** A mark at the head of a text is not longer. */
const longestHead = 160

/** The status that stands at the head or the end of an item's text, and what is left without it. */
export interface StatusMark {
  text: string
  done: boolean
}

/** Takes a status mark ("✅ …", "DONE: …", "Pending: …") off an item's text; null where there is none. */
export function takeStatusMark(text: string): StatusMark | null {
  const head = text.slice(0, longestHead)
  const tick = leadingTick.exec(head)
  if (tick) return { text: text.slice(tick[0].length), done: true }
  const word = leadingDone.exec(head)
  if (word) return { text: text.slice(word[0].length), done: true }
  const open = leadingOpen.exec(head) ?? leadingToDo.exec(head)
  if (open) return { text: text.slice(open[0].length), done: false }
  const tail = trailingTick.exec(text.slice(-40))
  return tail ? { text: text.slice(0, text.length - tail[0].length), done: true } : null
}
