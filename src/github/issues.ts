import type { RepositoryName } from '../jobs/ports.ts'
import type { Issue, StateReason } from '../plan/types.ts'
import { isOwn } from './author.ts'
import type { Client } from './client.ts'

/** An issue of GitHub's REST API: the fields that are read of it. */
interface RestIssue {
  number: number
  title: string
  body?: string | null
  state: string
  state_reason?: StateReason | null
  labels: (string | { name?: string })[]
  assignees?: { login: string }[] | null
  created_at: string
  closed_at: string | null
  html_url: string
  node_id?: string
}

/** Puts an issue of GitHub's REST API into our words. */
export const toIssue = (issue: RestIssue): Issue => ({
  number: issue.number,
  title: issue.title,
  body: issue.body ?? '',
  state: issue.state === 'closed' ? 'closed' : 'open',
  stateReason: issue.state_reason ?? null,
  labels: issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
  assignees: (issue.assignees ?? []).map(({ login }) => login),
  createdAt: issue.created_at,
  closedAt: issue.closed_at,
  url: issue.html_url,
  ...(issue.node_id === undefined ? {} : { nodeId: issue.node_id }),
})

/**
 * All issues, open and closed, that the app opened in the repository.
 * GitHub's list counts pull requests as issues; they are left out.
 */
export const listOwnIssues = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
): Promise<Issue[]> => {
  const issues = await client.paginate(client.rest.issues.listForRepo, {
    ...repository,
    creator: botLogin,
    state: 'all',
    per_page: 100,
  })
  return issues
    .filter((issue) => issue.pull_request === undefined && isOwn(issue.user, botLogin))
    .map(toIssue)
}
