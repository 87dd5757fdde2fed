import type { PullRequest, RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'

/**
 * Paths that a pull request added, changed, renamed (both names) or removed.
 * GitHub lists at most 3,000 files of a pull request.
 */
export const listPullRequestPaths = async (
  client: Client,
  repository: RepositoryName,
  number: number,
): Promise<string[]> => {
  const files = await client.paginate(client.rest.pulls.listFiles, {
    ...repository,
    pull_number: number,
    per_page: 100,
  })
  const paths = files.flatMap(({ filename, previous_filename: oldName }) =>
    oldName === undefined ? [filename] : [oldName, filename],
  )
  return [...new Set(paths)]
}

export const readPullRequest = async (
  client: Client,
  repository: RepositoryName,
  number: number,
): Promise<PullRequest> => {
  const { data } = await client.rest.pulls.get({ ...repository, pull_number: number })
  const { head, base } = data
  // GitHub's types do not tell that the repository is missing where a fork was deleted.
  const from = head.repo as typeof head.repo | null
  return {
    number,
    isOpen: data.state === 'open',
    headSha: head.sha,
    baseBranch: base.ref,
    isFromFork: from?.id !== base.repo.id,
  }
}

/** Open pull requests to the default branch, the most recently changed first, at most 100. */
export const listOpenPullRequests = async (client: Client, repository: RepositoryName): Promise<number[]> => {
  const { data } = await client.rest.pulls.list({
    ...repository,
    state: 'open',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  })
  return data.filter(({ base }) => base.ref === base.repo.default_branch).map(({ number }) => number)
}
