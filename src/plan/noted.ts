/** What stands between a task and a note behind it: the end of a sentence, a bracket, a dash or a sign. */
const NOTE = /^(?:[.;:!?。]|\s*[\p{Ps}\p{So}–—]|\s+-+\s)/u

/** A text prepared for many comparisons. */
export interface Noted {
  text: string
  /** The same without what ends its sentence. */
  task: string
}

export const readNoted = (written: string): Noted => {
  const text = written.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return { text, task: text.slice(0, sentenceEnd(text)) }
}

const sentenceEnd = (text: string): number => {
  let end = text.length
  while (end > 0 && '.;:!?。 '.includes(text.charAt(end - 1))) end--
  return end
}

/**
 * Whether one of two texts is the other one with a note behind it, as "Add an alert. It pages since release 4.2." is. One that
 * goes on in the same sentence ("Add an alert and a dashboard", "Add an alert, a dashboard") may be more work.
 */
export const differByNote = (left: Noted, right: Noted): boolean => {
  const [{ task }, { text }] = left.text.length < right.text.length ? [left, right] : [right, left]
  return task !== '' && text.startsWith(task) && NOTE.test(text.slice(task.length))
}
