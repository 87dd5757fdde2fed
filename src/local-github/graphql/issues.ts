import type { Issue, Label, Pull, User } from '../views.ts'
import { connection, type Page } from './connection.ts'

/** GitHub's bots have no `[bot]` behind their login in GraphQL. */
export const actor = ({ login, type, node_id }: User): object => ({
  __typename: type === 'Bot' ? 'Bot' : 'User',
  id: node_id,
  login: login.replace(/\[bot\]$/, ''),
})

/** The repository of an issue or pull request, built when a query asks for it. */
export type RepositoryOf = (url: string) => unknown

const common = (
  issue: Pick<
    Issue,
    | 'node_id'
    | 'id'
    | 'number'
    | 'title'
    | 'body'
    | 'html_url'
    | 'url'
    | 'user'
    | 'created_at'
    | 'updated_at'
    | 'closed_at'
  >,
  repositoryOf: RepositoryOf,
) => ({
  id: issue.node_id,
  databaseId: issue.id,
  fullDatabaseId: String(issue.id),
  number: issue.number,
  title: issue.title,
  body: issue.body ?? '',
  url: issue.html_url,
  author: actor(issue.user),
  createdAt: issue.created_at,
  updatedAt: issue.updated_at,
  closedAt: issue.closed_at,
  repository: () => repositoryOf(issue.url),
})

const people = (users: User[]) => (page: Page) => connection(users.map(actor), page)
const named = (labels: Label[]) => (page: Page) =>
  connection(
    labels.map(({ name, color }) => ({ name, color })),
    page,
  )

export const issueNode = (issue: Issue, repositoryOf: RepositoryOf): object => ({
  __typename: 'Issue',
  ...common(issue, repositoryOf),
  state: issue.state.toUpperCase(),
  stateReason: issue.state_reason?.toUpperCase() ?? null,
  closed: issue.state === 'closed',
  assignees: people(issue.assignees),
  labels: named(issue.labels),
})

export const pullNode = (pull: Pull, repositoryOf: RepositoryOf): object => ({
  __typename: 'PullRequest',
  ...common(pull, repositoryOf),
  state: pull.merged_at !== null ? 'MERGED' : pull.state.toUpperCase(),
  closed: pull.state === 'closed',
  merged: pull.merged_at !== null,
  mergedAt: pull.merged_at,
  isDraft: pull.draft,
  baseRefName: pull.base.ref,
  headRefName: pull.head.ref,
  headRefOid: pull.head.sha,
  mergeCommit: pull.merge_commit_sha === null ? null : { __typename: 'Commit', oid: pull.merge_commit_sha },
  assignees: people(pull.assignees),
  labels: named(pull.labels),
})
