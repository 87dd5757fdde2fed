import type { RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'

/**
 * The files that a commit renamed, as git sees it: new paths by old ones. A merge is compared with its first parent.
 * GitHub lists at most 3,000 files of a commit, the first 300 of them in this one request.
 *
 * @see https://docs.github.com/en/rest/commits/commits#get-a-commit
 */
export const readRenames = async (
  client: Client,
  repository: RepositoryName,
  commit: string,
): Promise<Map<string, string>> => {
  const { data } = await client.rest.repos.getCommit({ ...repository, ref: commit })
  return new Map(
    (data.files ?? []).flatMap(({ filename, previous_filename: oldName }) =>
      oldName === undefined ? [] : [[oldName, filename]],
    ),
  )
}
