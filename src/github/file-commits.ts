import type { RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'

/** The commits that changed a file of the default branch, newest first, at most 100. */
export const listFileCommits = async (
  client: Client,
  repository: RepositoryName,
  path: string,
): Promise<{ sha: string; committedAt: string }[]> => {
  const { data } = await client.rest.repos.listCommits({ ...repository, path, per_page: 100 })
  return data.map(({ sha, commit }) => ({ sha, committedAt: commit.committer?.date ?? '' }))
}
