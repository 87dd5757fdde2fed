import type { GitHub } from '../jobs/ports.ts'
import { readOwnCheck, writeCheck } from './checks.ts'
import type { Client } from './client.ts'
import {
  createComment,
  deleteComment,
  listOwnComments,
  listOwnCommentsSince,
  updateComment,
} from './comments.ts'
import { toJobError } from './errors.ts'
import { listFileCommits } from './file-commits.ts'
import { readFilesAt } from './files-at.ts'
import { askHistory } from './history.ts'
import { listOwnIssues } from './issues.ts'
import { addLabels, createLabel, listLabels, removeLabel } from './labels.ts'
import { lookUpIssues } from './lookup.ts'
import { listOthersItems } from './other-authors.ts'
import { canWrite, hasReacted, react, readComment, readOwnIssue } from './people.ts'
import { listOpenPullRequests, listPullRequestPaths, readPullRequest } from './pull-requests.ts'
import { readRenames } from './renames.ts'
import { readRepositoryName } from './repository-name.ts'
import { readSnapshot } from './snapshot.ts'
import { labelId, revise } from './revisions.ts'
import { listOwnCommentsOn } from './threads.ts'
import { readTestMerge } from './test-merge.ts'
import { listMarkdownPaths } from './tree.ts'
import { createIssue, updateIssue } from './writes.ts'

/**
 * GitHub as one installation sees it.
 *
 * @param client authenticated as the installation
 * @param options.botLogin the app's own login, `slug[bot]`: what others wrote is never taken for its own
 */
export const createGitHub = (client: Client, { botLogin }: { botLogin: string }): GitHub => ({
  snapshot: asJobErrors((repository, paths) => readSnapshot(client, repository, paths)),
  repositoryName: asJobErrors((id) => readRepositoryName(client, id)),
  markdownPaths: asJobErrors((repository) => listMarkdownPaths(client, repository)),
  filesAt: asJobErrors((repository, commit, paths) => readFilesAt(client, repository, commit, paths)),
  pullRequest: asJobErrors((repository, number) => readPullRequest(client, repository, number)),
  testMerge: asJobErrors((repository, number) => readTestMerge(client, repository, number)),
  pullRequestPaths: asJobErrors((repository, number) => listPullRequestPaths(client, repository, number)),
  ownIssues: asJobErrors((repository) => listOwnIssues(client, botLogin, repository)),
  othersItems: asJobErrors((repository, label) => listOthersItems(client, botLogin, repository, label)),
  ownComments: asJobErrors((repository, number) => listOwnComments(client, botLogin, repository, number)),
  ownCommentsSince: asJobErrors((repository, since) =>
    listOwnCommentsSince(client, botLogin, repository, since),
  ),
  fileCommits: asJobErrors((repository, path) => listFileCommits(client, repository, path)),
  history: asJobErrors((branch, path) => askHistory(client, branch, path)),
  renames: asJobErrors((repository, commit) => readRenames(client, repository, commit)),
  openPullRequests: asJobErrors((repository) => listOpenPullRequests(client, repository)),
  ownCommentsOn: asJobErrors((repository, numbers) =>
    listOwnCommentsOn(client, botLogin, repository, numbers),
  ),
  comment: asJobErrors((repository, id) => readComment(client, repository, id)),
  hasReacted: asJobErrors((repository, commentId) => hasReacted(client, botLogin, repository, commentId)),
  canWrite: asJobErrors((repository, login) => canWrite(client, repository, login)),
  ownIssue: asJobErrors((repository, number) => readOwnIssue(client, botLogin, repository, number)),
  issues: asJobErrors((references) => lookUpIssues(client, botLogin, references)),
  labels: asJobErrors((repository) => listLabels(client, repository)),
  ownCheck: asJobErrors((repository, headSha) => readOwnCheck(client, botLogin, repository, headSha)),
  createLabel: asJobErrors((repository, label) => createLabel(client, repository, label)),
  createIssue: asJobErrors((repository, issue) => createIssue(client, repository, issue)),
  updateIssue: asJobErrors((repository, number, changes) => updateIssue(client, repository, number, changes)),
  addLabels: asJobErrors((repository, number, labels) => addLabels(client, repository, number, labels)),
  removeLabel: asJobErrors((repository, number, label) => removeLabel(client, repository, number, label)),
  labelId: asJobErrors((repository, label, isKnown) => labelId(client, repository, label, isKnown)),
  revise: asJobErrors((revisions) => revise(client, revisions)),
  createComment: asJobErrors((repository, number, body) => createComment(client, repository, number, body)),
  updateComment: asJobErrors((repository, id, body) => updateComment(client, repository, id, body)),
  react: asJobErrors((repository, commentId, content) => react(client, repository, commentId, content)),
  deleteComment: asJobErrors((repository, id) => deleteComment(client, repository, id)),
  writeCheck: asJobErrors((repository, check) => writeCheck(client, repository, check)),
})

const asJobErrors =
  <Arguments extends unknown[], Result>(call: (...args: Arguments) => Promise<Result>) =>
  async (...args: Arguments): Promise<Result> => {
    try {
      return await call(...args)
    } catch (error) {
      throw toJobError(error)
    }
  }
