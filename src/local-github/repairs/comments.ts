/**
 * Comments.
 * GitHub shows a comment on a pull request under `/pull/{n}`, and lists an issue's comments `since` a time.
 * The emulator shows every comment under `/issues/{n}` and ignores `since`.
 */
import { fields, match, succeeded, type Repair } from '../api.ts'
import { readAll, readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Comment } from '../views.ts'
import { paged } from './lists.ts'

export const repairComments = ({ emulator, url }: Core): Repair => {
  /** Whether a number is a pull request never changes. */
  const pulls = new Map<string, boolean>()

  const isPull = async (issueUrl: string): Promise<boolean> => {
    const path = new URL(issueUrl).pathname.replace('/issues/', '/pulls/')
    const known =
      pulls.get(path) ?? (await readIfThere(emulator.send, `GET ${path}`, emulator.rootToken())) !== null
    pulls.set(path, known)
    return known
  }

  const dressed = async (comment: Comment): Promise<Comment> =>
    (await isPull(comment.issue_url))
      ? { ...comment, html_url: comment.html_url.replace('/issues/', '/pull/') }
      : comment

  return async (request, next) => {
    const ofIssue = match(request, `${request.method} /repos/:owner/:repo/issues/:number/comments`)
    const one = match(request, `${request.method} /repos/:owner/:repo/issues/comments/:id`)
    const ofAll = match(request, 'GET /repos/:owner/:repo/issues/comments')
    const response = await next(request)
    if (!(ofIssue ?? one ?? ofAll) || !succeeded(response) || response.body === undefined) return response
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
