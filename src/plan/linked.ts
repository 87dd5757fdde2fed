import { referenceKey, referenceOf } from './references.ts'
import type { RepositoryName, TrackedIssue, WishedItem } from './types.ts'

/**
 * Makes the function that gives the issues that an item links, the oldest first. Each address is read once, however many
 * items and issues there are.
 *
 * @param repository that holds the document, in which its `#12` is an issue
 */
export const linkedAmong = (
  issues: TrackedIssue[],
  repository: RepositoryName,
): ((wish: WishedItem) => TrackedIssue[]) => {
  // An issue that is only imagined has no address.
  const addressed = issues.filter(({ url }) => url !== '')
  const host = new URL(addressed[0]?.url ?? 'https://github.com').host
  const keyOf = (link: string): string[] => {
    const reference = referenceOf(link, repository, host)
    return reference.kind === 'github' ? [referenceKey(reference)] : []
  }
  const byKey = new Map(addressed.flatMap((issue) => keyOf(issue.url).map((key) => [key, issue] as const)))
  return ({ item }) =>
    item.links
      .flatMap(keyOf)
      .flatMap((key) => byKey.get(key) ?? [])
      .toSorted((left, right) => left.number - right.number)
}
