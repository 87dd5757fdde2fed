import { filedReference } from './filed.ts'
import { parseMarker } from './marker.ts'
import { matchItems } from './match.ts'
import { referenceKey, sameRepository } from './references.ts'
import type { IssueLookup, IssueReference, TrackingInput } from './tracking.ts'
import type { TrackedIssue, WishedItem } from './types.ts'

type RewordingInput = Pick<TrackingInput, 'wishes' | 'match' | 'repository' | 'home' | 'filed'>

/**
 * The issues of a postmortem that stand where no issues go now: they were opened before the configuration sent later ones
 * elsewhere, or were moved since. Asked for only where an item is left whose text the status does not remember.
 */
export const issuesElsewhere = (input: RewordingInput): IssueReference[] =>
  newWishes(input).length === 0 || !Object.keys(input.filed).some((key) => !isWished(key, input))
    ? []
    : filedElsewhere(input)

/**
 * Finds the items that were worded otherwise when such an issue was opened for them.
 *
 * @param lookups answers for `issuesElsewhere`, by `referenceKey`
 * @returns where the status says that their issues are
 */
export const rewordedItems = (
  input: RewordingInput,
  lookups: ReadonlyMap<string, IssueLookup>,
): Map<WishedItem, IssueReference> => {
  const elsewhere = new Map(
    issuesElsewhere(input).flatMap((reference) => {
      const issue = trackedIssue(lookups.get(referenceKey(reference)))
      return issue === null ? [] : [[issue, reference] as const]
    }),
  )
  if (elsewhere.size === 0) return new Map()
  // All of them together, since what stands before and after an item tells, too.
  const issues = [...input.match.pairs.values(), ...elsewhere.keys()]
  const { pairs } = matchItems(input.wishes, issues, input.repository)
  return new Map(
    newWishes(input).flatMap((wish) => {
      const issue = pairs.get(wish)
      const reference = issue && elsewhere.get(issue)
      return reference === undefined ? [] : [[wish, reference] as const]
    }),
  )
}

const newWishes = ({ wishes, match, filed }: RewordingInput): WishedItem[] =>
  wishes.filter((wish) => wish.filed && !match.pairs.has(wish) && filed[wish.key] === undefined)

const isWished = (key: string, { wishes }: RewordingInput): boolean => wishes.some((wish) => wish.key === key)

const filedElsewhere = ({ match, repository, home, filed }: RewordingInput): IssueReference[] => {
  const here = new Set(
    [...match.pairs.values(), ...match.unmatched, ...match.duplicates.map(({ issue }) => issue)].map(
      ({ number }) => number,
    ),
  )
  return Object.values(filed).flatMap((each) => {
    const reference = filedReference(each, repository)
    if (reference === null) return []
    return sameRepository(reference, home) && here.has(reference.number) ? [] : [reference]
  })
}

/** An issue with the record that the app wrote into it; null for any other. */
const trackedIssue = (lookup: IssueLookup | undefined): TrackedIssue | null => {
  if (lookup?.kind !== 'found' || !lookup.isOwn) return null
  const marker = parseMarker(lookup.issue.body)
  return marker?.kind === 'item' ? { ...lookup.issue, marker } : null
}
