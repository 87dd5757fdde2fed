/**
 * Issues.
 * GitHub shows a pull request among the issues too: in `GET issues` and `GET issues/{n}`, with a `pull_request` key, and
 * takes changes to it there. `state_reason` may be `duplicate`. Filters on labels compare without regard to case.
 * The emulator keeps pull requests out of the issues (404), and turns `duplicate` into `completed`.
 */
import {
  failure,
  fields,
  json,
  match,
  succeeded,
  type ApiRequest,
  type ApiResponse,
  type Next,
  type Repair,
} from '../api.ts'
import { readAll, repositoryPath, type Core } from '../core.ts'
import type { Issue, Pull } from '../views.ts'
import { filterIssues } from './issue-filters.ts'
import { paged } from './lists.ts'

/** How a pull request looks as an issue. */
export const pullAsIssue = (pull: Pull): Issue => {
  const { url, html_url, merged_at } = pull
  const of = pull as Pull & Pick<Issue, 'labels' | 'assignees' | 'milestone' | 'comments'>
  return {
    ...pick(of),
    url: url.replace('/pulls/', '/issues/'),
    state_reason: null,
    pull_request: { url, html_url, diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch`, merged_at },
  }
}

const pick = ({
  id,
  node_id,
  number,
  title,
  body,
  state,
  html_url,
  user,
  labels,
  assignees,
  milestone,
  comments,
  ...rest
}: Pull & Pick<Issue, 'labels' | 'assignees' | 'milestone' | 'comments'>) => {
  const { created_at, updated_at, closed_at } = rest
  return {
    id,
    node_id,
    number,
    title,
    body,
    state,
    html_url,
    user,
    labels,
    assignees,
    milestone,
    comments,
    created_at,
    updated_at,
    closed_at,
  }
}

export const repairIssues = ({ emulator, url, state }: Core): Repair => {
  /** Addresses of the issues that were closed as duplicates. */
  const duplicates = new Set<string>()

  const dressed = (value: unknown): unknown =>
    duplicates.has(String(fields(value).url)) ? { ...fields(value), state_reason: 'duplicate' } : value

  const list = async (request: ApiRequest, next: Next, path: string): Promise<ApiResponse> => {
    // The first page as the caller, for the permission; everything else as the local GitHub itself.
    const allowed = await next({ ...request, query: new URLSearchParams({ per_page: '1' }) })
    if (allowed.status !== 200) return allowed
    const [issues, pulls] = await Promise.all([
      readAll<Issue>(next, `${path}/issues?state=all`, emulator.rootToken()),
      readAll<Pull>(next, `${path}/pulls?state=all`, emulator.rootToken()),
    ])
    const present = issues.filter(({ number }) => !state.removed.has(`${path}/issues/${number}`))
    const all = [...present.map((issue) => dressed(issue) as Issue), ...pulls.map(pullAsIssue)]
    return paged(request, url, filterIssues(all, request.query))
  }

  const changePull = async (
    request: ApiRequest,
    next: Next,
    path: string,
    number: string,
  ): Promise<ApiResponse> => {
    const { labels, ...rest } = fields(request.body)
    if (Array.isArray(labels))
      await next({ ...request, method: 'PUT', path: `${path}/issues/${number}/labels`, body: { labels } })
    const pull = await next({ ...request, path: `${path}/pulls/${number}`, body: rest })
    return succeeded(pull) ? json(200, pullAsIssue(pull.body as Pull)) : pull
  }

  const remember = (request: ApiRequest, response: ApiResponse): void => {
    const { state, state_reason: reason } = fields(request.body)
    const address = String(fields(response.body).url)
    if (reason === 'duplicate') duplicates.add(address)
    else if (state !== undefined || reason !== undefined) duplicates.delete(address)
  }

  return async (request, next) => {
    const whole = match(request, 'GET /repos/:owner/:repo/issues')
    if (whole) return list(request, next, repositoryPath(whole))
    const one = match(request, 'GET /repos/:owner/:repo/issues/:number')
    if (one && one.number !== 'comments') {
      const issue = await next(request)
      if (issue.status !== 404) return { ...issue, body: dressed(issue.body) }
      const pull = await next({ ...request, path: `${repositoryPath(one)}/pulls/${one.number}` })
      return succeeded(pull) ? json(200, pullAsIssue(pull.body as Pull)) : failure(pull.status, 'Not Found')
    }
    const change = match(request, 'PATCH /repos/:owner/:repo/issues/:number')
    if (!change) return next(request)
    const body = fields(request.body)
    const response = await next(
      body.state_reason === 'duplicate'
        ? { ...request, body: { ...body, state_reason: 'completed' } }
        : request,
    )
    if (response.status === 404) return changePull(request, next, repositoryPath(change), change.number)
    if (succeeded(response)) remember(request, response)
    return { ...response, body: dressed(response.body) }
  }
}
