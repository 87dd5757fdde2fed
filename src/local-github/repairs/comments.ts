/**
 * Comments.
 * GitHub shows a comment on a pull request under `/pull/{n}`, and lists an issue's comments `since` a time.
 * GitHub lists the comments of a whole repository.
 * The emulator shows every comment under `/issues/{n}`, ignores `since`, and does not know the list of all.
 */
import {
  fields,
  match,
  succeeded,
  type ApiRequest,
  type ApiResponse,
  type Next,
  type Repair,
} from '../api.ts'
import { readAll, repositoryPath, type Core } from '../core.ts'
import type { Comment, Issue, Pull } from '../views.ts'
import { createIsPull } from './is-pull.ts'
import { paged } from './lists.ts'

export const repairComments = (core: Core): Repair => {
  const { emulator, url } = core
  const isPull = createIsPull(core)

  const dressed = async (comment: Comment): Promise<Comment> =>
    (await isPull(new URL(comment.issue_url).pathname))
      ? { ...comment, html_url: comment.html_url.replace('/issues/', '/pull/') }
      : comment

  const listAll = async (request: ApiRequest, next: Next, path: string): Promise<ApiResponse> => {
    const list = <T>(what: string): Promise<T[]> => readAll<T>(next, `${path}/${what}`, request.token)
    const issues = (await list<Issue>('issues?state=all')).filter((issue) => issue.comments > 0)
    // The emulator does not count the comments of a pull request.
    const threads = [...issues, ...(await list<Pull>('pulls?state=all'))]
    const comments = await Promise.all(
      threads.map(({ number }) => list<Comment>(`issues/${number}/comments`)),
    )
    const since = Date.parse(request.query.get('since') ?? '1970-01-01')
    const fresh = comments.flat().filter(({ updated_at: updatedAt }) => Date.parse(updatedAt) >= since)
    return paged(request, url, await Promise.all(fresh.map(dressed)))
  }

  return async (request, next) => {
    const ofIssue = match(request, `${request.method} /repos/:owner/:repo/issues/:number/comments`)
    const one = match(request, `${request.method} /repos/:owner/:repo/issues/comments/:id`)
    const ofAll = match(request, 'GET /repos/:owner/:repo/issues/comments')
    if (ofAll) return listAll(request, next, repositoryPath(ofAll))
    const response = await next(request)
    if (!(ofIssue ?? one) || !succeeded(response) || response.body === undefined) return response
    const since = request.query.get('since')
    if (ofIssue && request.method === 'GET' && since !== null) {
      const path = `${repositoryPath(ofIssue)}/issues/${ofIssue.number}/comments`
      const all = await readAll<Comment>(next, path, emulator.rootToken())
      const fresh = all.filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since))
      return paged(request, url, await Promise.all(fresh.map(dressed)))
    }
    if (!Array.isArray(response.body))
      return { ...response, body: await dressed(fields(response.body) as unknown as Comment) }
    return { ...response, body: await Promise.all((response.body as Comment[]).map(dressed)) }
  }
}
