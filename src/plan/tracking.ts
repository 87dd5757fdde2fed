import type { Match } from './match.ts'
import { filedReference } from './filed.ts'
import { referenceKey, referenceOf, sameRepository, type Reference } from './references.ts'
import { parseMarker, type FiledIssues } from './marker.ts'
import { issuesElsewhere, rewordedItems } from './reworded.ts'
import type { Issue, RepositoryName, TrackedIssue, WishedItem } from './types.ts'

/** What follows an item up. */
export type Tracking =
  /** The issue that the app opened. */
  | { kind: 'issue'; issue: TrackedIssue }
  /** An issue that people opened and the item links. */
  | { kind: 'adopted'; reference: IssueReference; issue: Issue }
  /** Tickets of other trackers. */
  | { kind: 'elsewhere'; tickets: string[] }
  /** The app's issue was moved to another repository. */
  | { kind: 'moved'; reference: IssueReference; issue: Issue }
  /** The app's issue was deleted. */
  | { kind: 'deleted' }
  /** Done in the document before an issue was opened. */
  | { kind: 'done' }
  /** An improvement, which the configuration does not file. */
  | { kind: 'not-filed' }
  /** An issue has to be opened. */
  | { kind: 'missing' }

export interface IssueReference extends RepositoryName {
  number: number
}

/** What became of an issue that was looked up by its number. */
export type IssueLookup =
  | {
      kind: 'found'
      repository: RepositoryName
      isPrivate: boolean
      issue: Issue
      isPullRequest: boolean
      /** The app opened it, so that its record can be believed. */
      isOwn: boolean
    }
  | { kind: 'missing' }

export interface TrackingInput {
  wishes: WishedItem[]
  match: Match
  /** The repository that holds the postmortem: what `#12` is about. */
  repository: RepositoryName
  /** Whether that repository is private. */
  isPrivate: boolean
  /** Private postmortems may show in public repositories. */
  allowPublic: boolean
  /** GitHub's host, to tell its addresses from other trackers'. */
  host: string
  filed: FiledIssues
  /** The repository where issues go now: those of the match stand there. */
  home: RepositoryName
}

/**
 * So many links of a document are looked up. The limit is for documents that are made to use up the requests that
 * GitHub allows: what they link beyond it is taken for links to nothing.
 */
const MOST_LINKED = 200

/**
 * The issues that must be looked up to know what follows the items up: those that unmatched items
 * link, and those that were opened once and are not among the issues here any more.
 */
export const lookupsFor = (input: TrackingInput): IssueReference[] => {
  const lost: IssueReference[] = []
  const linked: IssueReference[] = []
  for (const wish of unmatched(input)) {
    const issue = lostIssue(wish, input)
    if (issue !== null) lost.push(issue)
    else if (wish.filed && !wish.item.done) linked.push(...linkedIssues(wish, input))
  }
  return distinct([...lost, ...issuesElsewhere(input), ...distinct(linked).slice(0, MOST_LINKED)])
}

const distinct = (references: IssueReference[]): IssueReference[] => [
  ...new Map(references.map((reference) => [referenceKey(reference), reference])).values(),
]

/**
 * Says for each item what follows it up.
 *
 * @param lookups answers to `lookupsFor`, by `referenceKey`
 */
export const trackItems = (
  input: TrackingInput,
  lookups: ReadonlyMap<string, IssueLookup>,
): Map<WishedItem, Tracking> => {
  const reworded = rewordedItems(input, lookups)
  return new Map(
    input.wishes.map((wish) => {
      const issue = input.match.pairs.get(wish)
      if (issue) return [wish, { kind: 'issue', issue }]
      const lost = lostIssue(wish, input) ?? reworded.get(wish)
      return [wish, lost ? trackLost(lost, input, lookups) : trackNew(wish, input, lookups)]
    }),
  )
}

const trackNew = (
  wish: WishedItem,
  input: TrackingInput,
  lookups: ReadonlyMap<string, IssueLookup>,
): Tracking => {
  if (!wish.filed) return { kind: 'not-filed' }
  if (wish.item.done) return { kind: 'done' }
  for (const reference of linkedIssues(wish, input)) {
    const lookup = lookups.get(referenceKey(reference))
    if (lookup?.kind === 'found' && isTask(lookup) && mayFollow(lookup, input)) {
      return {
        kind: 'adopted',
        reference: { ...lookup.repository, number: lookup.issue.number },
        issue: lookup.issue,
      }
    }
  }
  const tickets = ticketsElsewhere(wish, input, lookups)
  if (tickets.length > 0) return { kind: 'elsewhere', tickets }
  return { kind: 'missing' }
}

const trackLost = (
  reference: IssueReference,
  input: TrackingInput,
  lookups: ReadonlyMap<string, IssueLookup>,
): Tracking => {
  const lookup = lookups.get(referenceKey(reference))
  // Readers of a public postmortem see no more of an issue that was moved to where they cannot follow.
  if (lookup?.kind !== 'found' || isHidden(lookup, input)) return { kind: 'deleted' }
  return {
    kind: 'moved',
    reference: { ...lookup.repository, number: lookup.issue.number },
    issue: lookup.issue,
  }
}

/** The issue that was opened for an item but is not among those listed. */
const lostIssue = (wish: WishedItem, { filed, repository }: TrackingInput): IssueReference | null => {
  const lost = filed[wish.key]
  return lost === undefined ? null : filedReference(lost, repository)
}

const unmatched = ({ wishes, match }: TrackingInput): WishedItem[] =>
  wishes.filter((wish) => !match.pairs.has(wish))

const references = (wish: WishedItem, { repository, host }: TrackingInput): Reference[] =>
  wish.item.links.map((link) => referenceOf(link, repository, host))

/** Issues of the same owner: the app can see them where it is installed, and a lookup tells. */
const linkedIssues = (wish: WishedItem, input: TrackingInput): IssueReference[] =>
  references(wish, input).flatMap((reference) =>
    reference.kind === 'github' && isOfOwner(reference, input)
      ? [{ owner: reference.owner, repo: reference.repo, number: reference.number }]
      : [],
  )

const isOfOwner = (reference: RepositoryName, { repository }: TrackingInput): boolean =>
  reference.owner.toLowerCase() === repository.owner.toLowerCase()

type FoundIssue = Extract<IssueLookup, { kind: 'found' }>

/** The app's own issues that show how items stand are nothing to do, and are never done. */
const isTask = ({ isPullRequest, isOwn, issue }: FoundIssue): boolean => {
  const shows = isOwn ? parseMarker(issue.body)?.kind : undefined
  return !isPullRequest && shows !== 'dashboard' && shows !== 'tracking'
}

/**
 * What is followed is shown in the postmortem's status, and the followed issue is told of the postmortem: neither may
 * carry anything out of a private repository into a public one.
 */
const mayFollow = (lookup: FoundIssue, input: TrackingInput): boolean =>
  !isHidden(lookup, input) && (lookup.isPrivate || !input.isPrivate || input.allowPublic)

/** Whether readers of the postmortem may not know of the issue. */
const isHidden = (lookup: FoundIssue, { isPrivate }: TrackingInput): boolean => lookup.isPrivate && !isPrivate

/**
 * What an item links in other trackers, and in repositories whose issues are not followed. Where that is for their
 * being private, it reads as if the issue were not there: nobody can find out here which ones are.
 */
const ticketsElsewhere = (
  wish: WishedItem,
  input: TrackingInput,
  lookups: ReadonlyMap<string, IssueLookup>,
): string[] =>
  references(wish, input).flatMap((reference) => {
    if (reference.kind === 'ticket') return [reference.link]
    if (reference.kind !== 'github' || sameRepository(reference, input.repository)) return []
    const lookup = lookups.get(referenceKey(reference))
    const isInSight = lookup?.kind === 'found' && mayFollow(lookup, input)
    return isInSight ? [] : [referenceKey(reference)]
  })
