import type { Taken } from './text.ts'
import { comparable, wordsOf } from './text.ts'

const doneWords = wordsOf('done')

/** Whether a status cell or labelled value says that the work is finished ("Done", "✅", "完了 (#12)"). */
export function isDoneStatus(value: string): boolean {
  const words = comparable(value)
  return /^[✅☑✔]/u.test(words) || doneWords.has(words.replace(/[\s(:,.].*$/u, ''))
}

/** Takes an explicit mark of finished work ("(done)", "✅", "DONE:") off an item's text. */
export function takeDoneMark(text: string): Taken & { done: boolean } {
  const lead = /^\s*(?:[✅☑✔]\ufe0f?\s*|(?:DONE|COMPLETED?)\s*:\s*)+/u.exec(text)
  if (lead) return { text: text.slice(lead[0].length), done: true }
  const tail = /\s*(?:\((?:done|completed?)\)|✅)\s*$/iu.exec(text)
  return tail ? { text: text.slice(0, tail.index), done: true } : { text, done: false }
}
