import { RetryableError } from '../jobs/errors.ts'
import type { DefaultBranch, FileHistory } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import type { CommitAnswer, CommitsAnswer, HistoryPageAnswer, PullRequestAnswer } from './snapshot-answer.ts'
import { HISTORY_PAGE_QUERY } from './snapshot-query.ts'

/**
 * Reads from a file's commits which one changed it last, and which one and which pull request brought it:
 * those of the oldest commit. Fetches the older pages of a long history.
 *
 * @param newest the first page, newest commit first
 */
export const readHistory = async (
  client: Client,
  branch: DefaultBranch,
  path: string,
  newest: CommitsAnswer,
): Promise<FileHistory> => {
  let page = newest
  while (page.pageInfo.hasNextPage) page = await askPage(client, branch, path, page.pageInfo.endCursor)
  const last = newest.nodes.at(0)
  const first = page.nodes.at(-1)
  // The branch moved between the reading of the file and of its history.
  if (last === undefined || first === undefined) throw new RetryableError(`No commit of ${path} was found.`)
  return {
    commit: last.oid,
    committedAt: mergedPullRequest(last, branch)?.mergedAt ?? last.committedDate,
    broughtIn: first.oid,
    broughtBy: mergedPullRequest(first, branch)?.number ?? null,
  }
}

/**
 * Reads the history of a file by its path alone.
 *
 * @returns null where the branch never had such a file
 */
export const askHistory = async (
  client: Client,
  branch: DefaultBranch,
  path: string,
): Promise<FileHistory | null> => {
  const newest = await askPage(client, branch, path, null)
  return newest.nodes.length === 0 ? null : readHistory(client, branch, path, newest)
}

/** @param after the end of the page before; null for the first */
const askPage = async (
  client: Client,
  { name }: DefaultBranch,
  path: string,
  after: string | null,
): Promise<CommitsAnswer> => {
  const answer: HistoryPageAnswer = await client.graphql(HISTORY_PAGE_QUERY, { ...name, path, after })
  return answer.repository.defaultBranchRef.target.history
}

/** A commit can belong to several pull requests: stacked ones, back-ports, ones still open, ones of a fork's origin. */
const mergedPullRequest = (commit: CommitAnswer, branch: DefaultBranch): PullRequestAnswer | undefined =>
  commit.associatedPullRequests.nodes.find(
    ({ merged, baseRefName, repository }) =>
      merged && baseRefName === branch.defaultBranch && repository.databaseId === branch.id,
  )
