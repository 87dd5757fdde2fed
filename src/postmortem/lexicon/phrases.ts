/** A phrase found in a text, in words: `from` is inclusive, `to` exclusive. */
export interface Found<Meaning> {
  meaning: Meaning
  from: number
  to: number
}

/** Finds known phrases among the words of a text. */
export interface Phrases<Meaning> {
  /** The longest phrase that starts at the given word. */
  at(words: readonly string[], from: number): Found<Meaning> | null
  /** All phrases from left to right, the longest where they overlap. */
  all(words: readonly string[]): Found<Meaning>[]
}

const notAscii = /[^\p{ASCII}]/u
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Phrases that begin with the same words share the way to their last one. */
interface Step<Meaning> {
  meaning: Meaning | undefined
  next: Map<string, Step<Meaning>>
}

/**
 * The words of a text in lower case, without punctuation. In scripts that put no spaces between words, each
 * character is a word.
 */
export function wordsOf(text: string): string[] {
  if (!notAscii.test(text)) return text.toLowerCase().match(/[a-z0-9]+(?:['-][a-z0-9]+)*/g) ?? []
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/[\p{L}\p{N}ー]+(?:['-][\p{L}\p{N}]+)*/gu)
  return (words ?? []).flatMap((word) => (unspaced.test(word) ? Array.from(word) : [word]))
}

/**
 * A dictionary of phrases; looking up takes time linear in the text, however many phrases there are.
 *
 * @param entries phrases with their meanings; an earlier entry wins over a later one.
 */
export function phrases<Meaning>(entries: Iterable<readonly [string, Meaning]>): Phrases<Meaning> {
  const root: Step<Meaning> = { meaning: undefined, next: new Map() }
  for (const [phrase, meaning] of entries) {
    let step = root
    for (const word of wordsOf(phrase)) {
      const next = step.next.get(word) ?? { meaning: undefined, next: new Map<string, Step<Meaning>>() }
      step.next.set(word, next)
      step = next
    }
    step.meaning ??= meaning
  }

  const at = (words: readonly string[], from: number): Found<Meaning> | null => {
    let found: Found<Meaning> | null = null
    let step = root.next.get(words[from] ?? '')
    for (let to = from + 1; step; to++) {
      if (step.meaning !== undefined) found = { meaning: step.meaning, from, to }
      step = step.next.get(words[to] ?? '')
    }
    return found
  }

  const all = (words: readonly string[]): Found<Meaning>[] => {
    const found: Found<Meaning>[] = []
    let from = 0
    while (from < words.length) {
      const phrase = at(words, from)
      if (phrase) found.push(phrase)
      from = phrase ? phrase.to : from + 1
    }
    return found
  }

  return { at, all }
}
