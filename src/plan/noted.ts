/** What stands between a task and a note behind it: the end of a sentence, a bracket, a dash or a sign. */
const NOTE = /^(?:[.;:!?。]|\s*[\p{Ps}\p{So}–—]|\s+-+\s)/u

/**
 * Whether one of two texts is the other one with a note behind it, as "Add an alert. It pages since release 4.2." is. One that
 * goes on in the same sentence ("Add an alert and a dashboard", "Add an alert, a dashboard") may be more work.
 */
export const differByNote = (left: string, right: string): boolean => {
  const [shorter = '', longer = ''] = [left, right]
    .map(comparable)
    .sort((one, other) => one.length - other.length)
  const task = shorter.replace(/[.;:!?。\s]+$/u, '')
  return task !== '' && longer.startsWith(task) && NOTE.test(longer.slice(task.length))
}

const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
