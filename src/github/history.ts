import { RetryableError } from '../jobs/errors.ts'
import type { FileHistory, RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import type { CommitAnswer, CommitsAnswer, HistoryPageAnswer, PullRequestAnswer } from './snapshot-answer.ts'
import { HISTORY_PAGE_QUERY } from './snapshot-query.ts'

/** The branch that a file is on. */
interface Branch {
  repository: RepositoryName
  repositoryId: number
  name: string
}

/**
 * Reads from a file's commits which one changed it last and which pull request brought it:
 * the one of the oldest commit. Fetches the older pages of a long history.
 *
 * @param newest the first page, newest commit first
 */
export const readHistory = async (
  client: Client,
  branch: Branch,
  path: string,
  newest: CommitsAnswer,
): Promise<FileHistory> => {
  let page = newest
  while (page.pageInfo.hasNextPage) {
    const { owner, repo } = branch.repository
    const after = page.pageInfo.endCursor
    const answer: HistoryPageAnswer = await client.graphql(HISTORY_PAGE_QUERY, { owner, repo, path, after })
    page = answer.repository.defaultBranchRef.target.history
  }
  const last = newest.nodes.at(0)
  const first = page.nodes.at(-1)
  // The branch moved between the reading of the file and of its history.
  if (last === undefined || first === undefined) throw new RetryableError(`No commit of ${path} was found.`)
  return {
    commit: last.oid,
    committedAt: mergedPullRequest(last, branch)?.mergedAt ?? last.committedDate,
    broughtBy: mergedPullRequest(first, branch)?.number ?? null,
  }
}

/** A commit can belong to several pull requests: stacked ones, back-ports, ones still open, ones of a fork's origin. */
const mergedPullRequest = (commit: CommitAnswer, branch: Branch): PullRequestAnswer | undefined =>
  commit.associatedPullRequests.nodes.find(
    ({ merged, baseRefName, repository }) =>
      merged && baseRefName === branch.name && repository.databaseId === branch.repositoryId,
  )
