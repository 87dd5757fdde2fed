const WORDS = new Intl.Segmenter('en', { granularity: 'word' })

/** The words of a text in lower case; Chinese, Japanese and Thai are cut into words too. */
const words = (text: string): string[] =>
  [...WORDS.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  )

/**
 * How much of two texts is shared: the Dice coefficient of their words, each counted as often as it
 * occurs. Words weigh as much as they are long, so that "the" and "of" make no two tasks alike, in
 * any language.
 *
 * @returns 0 (no word in common) to 1 (the same words)
 */
export const similarity = (left: string, right: string): number => {
  const leftWords = words(left)
  const rightWords = words(right)
  const counts = new Map<string, number>()
  for (const word of leftWords) counts.set(word, (counts.get(word) ?? 0) + 1)
  const shared = rightWords.filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count > 0
  })
  const total = weight(leftWords) + weight(rightWords)
  return total === 0 ? 0 : (2 * weight(shared)) / total
}

const weight = (list: string[]): number => list.reduce((sum, word) => sum + word.length, 0)
