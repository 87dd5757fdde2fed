/**
 * The list of issues.
 * GitHub lists issues and pull requests together and filters by labels, people and logins without regard to case.
 * The emulator leaves pull requests out and compares exactly. Deleted and transferred issues are unknown to it.
 */
import { json, match, type ApiRequest, type Next, type Repair } from '../api.ts'
import { readAll, repositoryPath, type Core } from '../core.ts'
import type { Issue, Pull } from '../views.ts'
import { filterIssues } from './issue-filters.ts'
import { paged } from './lists.ts'

/** What only a pull request has. */
const OF_PULLS = new Set([
  ...[
    'head',
    'base',
    'draft',
    'merged',
    'merged_at',
    'merge_commit_sha',
    'mergeable',
    'mergeable_state',
    'merged_by',
  ],
  ...[
    'rebaseable',
    'auto_merge',
    'requested_reviewers',
    'requested_teams',
    'maintainer_can_modify',
    'review_comments',
  ],
  ...[
    'commits',
    'additions',
    'deletions',
    'changed_files',
    'diff_url',
    'patch_url',
    'issue_url',
    'statuses_url',
  ],
  ...['commits_url', 'review_comments_url', 'review_comment_url', '_links'],
])

/** How a pull request looks as an issue. */
export const pullAsIssue = (pull: Pull): Issue => {
  const { url, html_url, merged_at } = pull
  const address = url.replace('/pulls/', '/issues/')
  return {
    ...(Object.fromEntries(Object.entries(pull).filter(([key]) => !OF_PULLS.has(key))) as Omit<
      Issue,
      'pull_request'
    >),
    url: address,
    ...{ repository_url: address.replace(/\/issues\/\d+$/, ''), labels_url: `${address}/labels{/name}` },
    ...{ events_url: `${address}/events`, timeline_url: `${address}/timeline` },
    state_reason: null,
    pull_request: { url, html_url, diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch`, merged_at },
  }
}

export const repairIssueList = ({ emulator, url, state }: Core): Repair => {
  // Reading a long list page by page would read everything for each page: it is kept until the next write.
  const known = new Map<string, Promise<Issue[]>>()
  let removals = 0

  const readEverything = async (next: Next, path: string): Promise<Issue[]> => {
    const [issues, pulls] = await Promise.all([
      readAll<Issue>(next, `${path}/issues?state=all`, emulator.rootToken()),
      readAll<Pull>(next, `${path}/pulls?state=all`, emulator.rootToken()),
    ])
    const present = issues.filter(({ number }) => !state.removed.has(`${path}/issues/${number}`))
    return [...present, ...pulls.map(pullAsIssue)]
  }

  const everything = (next: Next, path: string): Promise<Issue[]> => {
    if (state.removed.size !== removals) known.clear()
    removals = state.removed.size
    const reading = known.get(path) ?? readEverything(next, path)
    known.set(path, reading)
    return reading
  }

  const write = async (request: ApiRequest, next: Next) => {
    known.clear()
    const response = await next(request)
    known.clear()
    return response
  }

  return async (request, next) => {
    if (request.method !== 'GET') return write(request, next)
    const list = match(request, 'GET /repos/:owner/:repo/issues')
    if (!list) return next(request)
    // One entry as the caller, for the permission; everything else as the local GitHub itself.
    const allowed = await next({ ...request, query: new URLSearchParams({ per_page: '1' }) })
    if (allowed.status !== 200) return json(allowed.status, allowed.body)
    return paged(request, url, filterIssues(await everything(next, repositoryPath(list)), request.query))
  }
}
