import { referenceOf, sameRepository } from './references.ts'
import type { IssueReference } from './tracking.ts'
import type { RepositoryName } from './types.ts'

/**
 * How a status remembers the issue of an item: by its number where that stands in the postmortem's own
 * repository, else as `owner/repo#12`, since the configuration can send later issues elsewhere.
 */
export type Filed = number | string

/** @param repository that holds the postmortem */
export const filedAs = (reference: IssueReference, repository: RepositoryName): Filed => {
  const { owner, repo, number } = reference
  return sameRepository(reference, repository) ? number : `${owner}/${repo}#${number}`
}

/**
 * The issue that a status remembers.
 *
 * @returns null for text that names none
 */
export const filedReference = (filed: Filed, repository: RepositoryName): IssueReference | null => {
  if (typeof filed === 'number') return { ...repository, number: filed }
  const reference = referenceOf(filed, repository, '')
  if (reference.kind !== 'github') return null
  const { owner, repo, number } = reference
  return { owner, repo, number }
}
