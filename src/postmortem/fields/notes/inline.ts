import type { IsoDate } from '../../types.ts'
import { readCalendarRange, readFigures, readNamed } from '../due/deadline.ts'
import type { Due } from '../due/index.ts'
import { readLength } from '../due/length.ts'
import { readMonth } from '../due/month.ts'
import { periodWords, readComingPeriod, readNamedPeriod, readQuarter } from '../due/period.ts'
import type { Deadline } from '../due/reader.ts'
import { anyOf, dropEnd, wordsOf } from '../text.ts'

/** Sentences hold few deadlines; a text that repeats such words without end is not read to its end. */
const mostTries = 20
const longestDeadline = 60

/**
 * Finds the deadline that is part of an item's sentence ("within the next two weeks", "by Q3"): those words stay in
 * the text.
 */
export function readInlineDue(text: string, reference: IsoDate | null): Due | null {
  return (
    dueAtHead(text, reference) ??
    dueAtStart(text, reference) ??
    dueBehindWord(text, reference) ??
    dueBeforeWord(text, reference) ??
    dueInBrackets(text, reference) ??
    dueAtEnd(text, reference)
  )
}

const anyWithin = anyOf(wordsOf('within'))
const headLabel = new RegExp(String.raw`^(${anyWithin}\s*)?([^:：.–—]{1,30}?)(?=[:：]|\.\s|\s[–—-]\s)`, 'iu')

/** "This week: …", "Q3. …", "In two weeks – …". */
function dueAtHead(text: string, reference: IsoDate | null): Due | null {
  const [label, within, words = ''] = headLabel.exec(text) ?? []
  if (label === undefined) return null
  const deadline =
    readNamedPeriod(words, reference) ??
    readQuarter(words, reference) ??
    (within === undefined ? null : readLength(words, reference))
  return deadline?.length === words.length ? { due: deadline.due, dueText: label } : null
}

/** One word before a period. "For the next month" is how long work goes on. */
const wordBefore = /^(?:(?!for\b)\p{L}{1,8}\s+)?(?:the\s+)?/iu
/** Behind the period stands the sentence; "next quarter's plan" is no deadline. */
const goesOn = /^(?:,?\s\S|[，、\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u

/** "Over the next quarter we will …", "Nächste Woche …": a sentence that begins with a time that lies ahead. */
function dueAtStart(text: string, reference: IsoDate | null): Due | null {
  for (const begin of new Set([0, wordBefore.exec(text)?.[0].length ?? 0])) {
    const words = text.slice(begin, begin + longestDeadline)
    const period = readComingPeriod(words, reference)
    if (period && goesOn.test(words.slice(period.length)))
      return { due: period.due, dueText: words.slice(0, period.length) }
  }
  return null
}

const dueWord = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(${anyWithin})|${anyOf(wordsOf('by'))})[\s:]+(?:the\s+)?`,
  'giu',
)
/** Words for "within" that mean much else, and are believed at the end of a sentence only. */
const vagueWithin = /^(?:in|en|em|om|за)$/i
const endOfSentence = /^\s*(?:[.,;:!)]|$)/
/** "within 30 days of the release" counts from something else. */
const relation = /^\s+(?:of|after|from|before|following|for|de|nach)\b/

/** "by Friday", "within two weeks". */
function dueBehindWord(text: string, reference: IsoDate | null): Due | null {
  for (const { index, 0: words, 1: within } of firstMatches(text, dueWord)) {
    const begin = index + words.length
    const rest = text.slice(begin, begin + longestDeadline)
    const length = within === undefined ? null : readLength(rest, reference)
    const after = rest.slice(length?.length)
    if (length && (vagueWithin.test(within ?? '') ? endOfSentence.test(after) : !relation.test(after))) {
      return { due: length.due, dueText: text.slice(index, begin + length.length) }
    }
    const deadline =
      within === undefined
        ? (readCalendarRange(rest, reference) ?? readFigures(words, rest, reference))
        : readQuarter(rest, reference)
    if (deadline) return { due: deadline.due, dueText: rest.slice(0, deadline.length) }
  }
  return null
}

const wordBehind = new RegExp(
  String.raw`(${anyOf(wordsOf('withinAfter'))})|${anyOf(wordsOf('byAfter'))}`,
  'gu',
)
/** How far before such a word its deadline begins. */
const farthestBefore = 14

/** "5月15日までに", "两周内": languages that put the word behind. */
function dueBeforeWord(text: string, reference: IsoDate | null): Due | null {
  for (const { index, 1: within } of firstMatches(text, wordBehind)) {
    for (let begin = Math.max(0, index - farthestBefore); begin < index; begin += 1) {
      const words = text.slice(begin, index).trimEnd()
      const deadline =
        within === undefined
          ? (readNamed(words, reference) ?? readMonth(words, reference))
          : readLength(words, reference)
      if (deadline && deadline.length === words.length) {
        return {
          due: deadline.due,
          dueText: within === undefined ? words : text.slice(begin, index) + within,
        }
      }
    }
  }
  return null
}

/** "(Q2 2024)" in the middle of a sentence. */
function dueInBrackets(text: string, reference: IsoDate | null): Due | null {
  for (const [, content = ''] of firstMatches(text, /[(（]([^()（）]{2,30})[)）]/g)) {
    const deadline = readQuarter(content, reference)
    if (deadline?.length === content.length) return { due: deadline.due, dueText: content }
  }
  return null
}

const somedayWords = [...wordsOf('someday')].filter((words) => words.includes(' '))
const someday = new RegExp(String.raw`^${anyOf(somedayWords)}`, 'iu')
/** A cheap question before the words at the end are tried one by one. */
const endsInWords = new RegExp(String.raw`(?<=\s)${anyOf([...periodWords, ...somedayWords])}$`, 'iu')
/** "over the next month" is how long work goes on, not when it ends. */
const duration = /(?:over|for|during|throughout|until|the|of|since|from|in|this|last)\s$/i

/** "… next quarter", "… next sprint". */
function dueAtEnd(text: string, reference: IsoDate | null): Due | null {
  const tail = dropEnd(text.slice(-longestDeadline), '.!')
  if (!endsInWords.test(tail)) return null
  for (const { index } of tail.matchAll(/(?<=\s)\p{L}/gu)) {
    const words = tail.slice(index)
    const deadline = readNamedPeriod(words, reference) ?? readSomeday(words)
    if (deadline?.length === words.length && !duration.test(tail.slice(0, index))) {
      return { due: deadline.due, dueText: words }
    }
  }
  return null
}

function readSomeday(text: string): Deadline | null {
  const words = someday.exec(text)
  return words && { due: null, length: words[0].length }
}

/** Most texts hold none: they are told by a search, since `matchAll` copies the whole pattern before it begins. */
function firstMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  if (text.search(pattern) < 0) return found
  for (const match of text.matchAll(pattern)) {
    if (found.push(match) === mostTries) break
  }
  return found
}
