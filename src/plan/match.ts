import { linkedAmong } from './linked.ts'
import { differByNote, readNoted } from './noted.ts'
import { createVocabularies, similarity, type Vocabulary } from './similarity.ts'
import type { RepositoryName, TrackedIssue, WishedItem } from './types.ts'

export interface Match {
  /** Which issue tracks which item. */
  pairs: Map<WishedItem, TrackedIssue>
  /** Issues whose item the document no longer lists, by number. */
  unmatched: TrackedIssue[]
  /** Newer issues of an item that has an older one, each with the number of the older. */
  duplicates: { issue: TrackedIssue; original: number }[]
}

/** Words in common from which a reworded text is the same item, wherever it stands. */
const SIMILAR = 0.55
/** The same where the item also stands between the same neighbours. */
const SIMILAR_IN_PLACE = 0.4
/**
 * The same for a closed issue or one whose item was gone: taking a new item for one that is done
 * would lose the item, while an issue too many is seen.
 */
const SIMILAR_TO_SETTLED = 0.7

/** A note behind a text makes it no other item: whether the work is done or not, it comes before all that is only alike. */
const SAME = 1

/** As much of a text as a record keeps and a comparison looks at, in characters. */
export const COMPARED_LENGTH = 400

/**
 * Finds the issue of each item: by a link to the issue in the item, then by the same text, then by
 * similar words, for which standing between the same neighbours counts in favour. There a note behind
 * the text, as of what came of it, changes nothing. Identical texts are told apart by their order.
 *
 * @param wishes the document's items in order
 * @param issues the issues of this document
 * @param repository that holds the document, in which its `#12` is an issue
 * @param vocabularyOf what `createVocabularies` made, where the same items are matched several times
 */
export const matchItems = (
  wishes: WishedItem[],
  issues: TrackedIssue[],
  repository: RepositoryName,
  vocabularyOf: (text: string) => Vocabulary = createVocabularies(),
): Match => {
  const { originals, duplicates } = withoutDuplicates(issues)
  const pairs = new Map<WishedItem, TrackedIssue>()
  const free = new Set(originals)
  const pair = (wish: WishedItem, issue: TrackedIssue): void => {
    pairs.set(wish, issue)
    free.delete(issue)
  }

  const linkedBy = linkedAmong(originals, repository)
  for (const wish of wishes) {
    const linked = linkedBy(wish).find((issue) => free.has(issue))
    if (linked) pair(wish, linked)
  }

  const issuesByText = Map.groupBy([...free].sort(byPlace), ({ marker }) => marker.fingerprint)
  const wishesByText = Map.groupBy(
    wishes.filter((wish) => !pairs.has(wish)),
    (wish) => wish.fingerprint,
  )
  for (const [text, sameWishes] of wishesByText) {
    for (const [wish, issue] of inOrder(sameWishes, issuesByText.get(text) ?? [])) pair(wish, issue)
  }

  for (const { wish, issue } of rewordings(wishes, originals, pairs, vocabularyOf)) {
    if (!pairs.has(wish) && free.has(issue)) pair(wish, issue)
  }
  return { pairs, unmatched: [...free], duplicates }
}

/**
 * Pairs items and issues of one text: done items with issues closed as done, then the rest in order.
 * Where there are more items than issues, it is items done before they were filed that have none.
 */
const inOrder = (wishes: WishedItem[], issues: TrackedIssue[]): [WishedItem, TrackedIssue][] => {
  const doneWishes = wishes.filter(({ item }) => item.done)
  const doneIssues = issues.filter(({ marker }) => marker.done)
  const done = zip(doneWishes, doneIssues)
  const otherWishes = wishes.filter((wish) => !done.some(([paired]) => paired === wish))
  const otherIssues = issues.filter((issue) => !done.some(([, paired]) => paired === issue))
  const openFirst = otherWishes.toSorted((left, right) => Number(left.item.done) - Number(right.item.done))
  return [...done, ...zip(otherWishes.length > otherIssues.length ? openFirst : otherWishes, otherIssues)]
}

const zip = <L, R>(left: L[], right: R[]): [L, R][] =>
  left.slice(0, right.length).map((value, index) => [value, right[index] as R])

/** Present items first, then document order, then age. */
const byPlace = (left: TrackedIssue, right: TrackedIssue): number =>
  Number(left.marker.gone !== 'no') - Number(right.marker.gone !== 'no') ||
  left.marker.position - right.marker.position ||
  left.number - right.number

/** A crash at the worst moment can leave two issues with one identity: the older is the item's. */
const withoutDuplicates = (
  issues: TrackedIssue[],
): { originals: TrackedIssue[]; duplicates: { issue: TrackedIssue; original: number }[] } => {
  const originals = new Map<string, TrackedIssue>()
  const duplicates: { issue: TrackedIssue; original: number }[] = []
  for (const issue of issues.toSorted((left, right) => left.number - right.number)) {
    const original = originals.get(issue.marker.item)
    if (original) duplicates.push({ issue, original: original.number })
    else originals.set(issue.marker.item, issue)
  }
  return { originals: [...originals.values()], duplicates }
}

/** Nobody rewords more items at once. Comparing takes time that grows with both lists. */
const MOST_REWORDED = 500

/** Candidate pairs of what is left, the most alike first, then the nearest. */
const rewordings = (
  wishes: WishedItem[],
  issues: TrackedIssue[],
  pairs: ReadonlyMap<WishedItem, TrackedIssue>,
  vocabularyOf: (text: string) => Vocabulary,
): { wish: WishedItem; issue: TrackedIssue }[] => {
  const taken = new Set(pairs.values())
  const placeOfIssue = neighbours(issues.toSorted(byPlace), (issue) => (taken.has(issue) ? issue : undefined))
  const placeOfWish = neighbours(wishes, (wish) => pairs.get(wish))
  const notedIn = new Map(issues.map((issue) => [issue, readNoted(issue.marker.text)]))
  const candidates = []
  for (const wish of wishes.filter((each) => !pairs.has(each)).slice(0, MOST_REWORDED)) {
    const compared = wish.item.text.slice(0, COMPARED_LENGTH)
    const vocabulary = vocabularyOf(compared)
    const noted = readNoted(compared)
    for (const [issue, notedInIssue] of notedIn) {
      if (taken.has(issue)) continue
      const score = similarity(vocabulary, vocabularyOf(issue.marker.text))
      const settled = issue.state === 'closed' || issue.marker.gone !== 'no'
      const inPlace = placeOfWish.get(wish) === placeOfIssue.get(issue)
      const needed = settled ? SIMILAR_TO_SETTLED : inPlace ? SIMILAR_IN_PLACE : SIMILAR
      if (inPlace && issue.marker.gone === 'no' && differByNote(noted, notedInIssue))
        candidates.push({ wish, issue, score: SAME + score })
      else if (score >= needed) candidates.push({ wish, issue, score })
    }
  }
  return candidates.sort(
    (left, right) =>
      right.score - left.score ||
      Math.abs(left.wish.position - left.issue.marker.position) -
        Math.abs(right.wish.position - right.issue.marker.position),
  )
}

/** Names the gap between settled neighbours that each entry of a list stands in. */
const neighbours = <T>(entries: T[], settledAs: (entry: T) => TrackedIssue | undefined): Map<T, string> => {
  const previous = new Map<T, number | null>()
  let last: number | null = null
  for (const entry of entries) {
    previous.set(entry, last)
    last = settledAs(entry)?.number ?? last
  }
  const gaps = new Map<T, string>()
  let next: number | null = null
  for (const entry of entries.toReversed()) {
    gaps.set(entry, `${previous.get(entry) ?? 'start'}..${next ?? 'end'}`)
    next = settledAs(entry)?.number ?? next
  }
  return gaps
}
