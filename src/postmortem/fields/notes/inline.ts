import type { IsoDate } from '../../types.ts'
import { readCalendarRange, readNamed } from '../due/deadline.ts'
import type { Due } from '../due/index.ts'
import type { Deadline } from '../due/reader.ts'
import { readLength } from '../due/length.ts'
import { readNamedPeriod, readQuarter } from '../due/period.ts'
import { anyOf, dropEnd, wordsOf } from '../text.ts'

/** Sentences hold few deadlines; a text that repeats such words without end is not read to its end. */
const mostTries = 20
const before = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${anyOf([...wordsOf('by')])}|${anyOf(wordsOf('within'))})[\s:]+(?:the\s+)?`,
  'giu',
)
const within = new RegExp(String.raw`^${anyOf(wordsOf('within'))}$`, 'iu')
const vague = /^(?:in|en|em|om|за)$/i
const after = new RegExp(String.raw`${anyOf(wordsOf('byAfter'))}|${anyOf(wordsOf('withinAfter'))}`, 'gu')
const afterLength = new RegExp(String.raw`^${anyOf(wordsOf('withinAfter'))}`, 'u')
const farthestBack = 14
const during = /(?:over|for|during|throughout|until|the|of|since|from|in|this|last)\s$/i

/**
 * Finds the deadline that is part of an item's sentence ("within the next two weeks", "by Q3"): those words stay in
 * the text.
 */
export function readInlineDue(text: string, reference: IsoDate | null): Due | null {
  return (
    leadingDue(text, reference) ??
    dueAfterWord(text, reference) ??
    dueBeforeWord(text, reference) ??
    bareDue(text, reference)
  )
}

/** "This week: …", "Q3: …". */
function leadingDue(text: string, reference: IsoDate | null): Due | null {
  const [head] = /^[^:：]{1,30}(?=[:：])/.exec(text) ?? []
  if (head === undefined) return null
  const start = new RegExp(String.raw`^${anyOf(wordsOf('within'))}\s*`, 'iu').exec(head)?.[0].length ?? 0
  const rest = head.slice(start)
  const deadline =
    readNamedPeriod(rest, reference) ??
    readQuarter(rest, reference) ??
    (start > 0 ? readLength(rest, reference) : null)
  return deadline?.length === rest.length ? { due: deadline.due, dueText: head.trim() } : null
}

/** "by Friday", "within two weeks". */
function dueAfterWord(text: string, reference: IsoDate | null): Due | null {
  let tries = 0
  for (const match of text.matchAll(before)) {
    if (++tries > mostTries) return null
    const word = match[1] ?? ''
    const begin = match.index + match[0].length
    const rest = text.slice(begin, begin + 60)
    if (within.test(word)) {
      const length = readLength(rest, reference)
      const ends = length && /^\s*(?:[.,;:!)]|$)/.test(rest.slice(length.length))
      const relates =
        length && /^\s+(?:of|after|from|before|following|for|de|nach)\b/.test(rest.slice(length.length))
      if (length && (vague.test(word) ? ends : !relates)) {
        return { due: length.due, dueText: text.slice(match.index, begin + length.length) }
      }
      const quarter = readQuarter(rest, reference)
      if (quarter) return { due: quarter.due, dueText: rest.slice(0, quarter.length) }
      continue
    }
    const deadline = readCalendarRange(rest, reference)
    if (deadline) return { due: deadline.due, dueText: rest.slice(0, deadline.length) }
  }
  return null
}

/** "5月15日までに", "两周内": languages that put the word behind. */
function dueBeforeWord(text: string, reference: IsoDate | null): Due | null {
  let tries = 0
  for (const { index, 0: word } of text.matchAll(after)) {
    if (++tries > mostTries) return null
    for (let begin = Math.max(0, index - farthestBack); begin < index; begin += 1) {
      const rest = text.slice(begin, index)
      const deadline = afterLength.test(word)
        ? readLength(rest.trimEnd(), reference)
        : readNamed(rest.trimEnd(), reference)
      if (deadline?.length === rest.trimEnd().length) {
        return { due: deadline.due, dueText: afterLength.test(word) ? rest + word : rest.trimEnd() }
      }
    }
  }
  return null
}

/** "(Q2 2024)" in the middle of a sentence, "next quarter" at its end. */
function bareDue(text: string, reference: IsoDate | null): Due | null {
  for (const [bracket, content = ''] of [...text.matchAll(/[(（]([^()（）]{2,30})[)）]/g)].slice(
    0,
    mostTries,
  )) {
    const deadline = readQuarter(content, reference)
    if (bracket !== '' && deadline?.length === content.length) return { due: deadline.due, dueText: content }
  }
  const tail = text.slice(-40)
  for (const { index } of tail.matchAll(/(?<=\s)\p{L}/gu)) {
    const rest = dropEnd(tail.slice(index), '.!')
    const period = readNamedPeriod(rest, reference) ?? readSomeday(rest)
    if (period?.length === rest.length && !during.test(tail.slice(0, index)))
      return { due: period.due, dueText: rest }
  }
  return null
}

const someday = new RegExp(
  String.raw`^${anyOf([...wordsOf('someday')].filter((words) => words.includes(' ')))}`,
  'iu',
)

function readSomeday(text: string): Deadline | null {
  const words = someday.exec(text)
  return words && { due: null, length: words[0].length }
}
