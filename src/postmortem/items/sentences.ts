const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|approx|no|fig|mr|ms|dr|z\.B)\.$/i

/** Splits prose into sentences, of any language. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const last = sentences[sentences.length - 1]
    if (last !== undefined && abbreviation.test(last))
      sentences[sentences.length - 1] = `${last} ${segment.trim()}`
    else sentences.push(segment.trim())
  }
  return sentences.filter((sentence) => sentence !== '')
}
