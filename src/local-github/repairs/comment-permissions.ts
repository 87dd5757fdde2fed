/**
 * Permissions to comment.
 * GitHub asks an installation for the permission on what is commented on, whatever its documentation says:
 * `pull_requests: write` on a pull request, `issues: write` on an issue.
 * The emulator takes either for both.
 *
 * @see https://github.com/fullsend-ai/fullsend/issues/721 a comment on a pull request refused with `issues: write`
 */
import { failure, match, type ApiRequest, type Repair } from '../api.ts'
import { readIfThere, type Core } from '../core.ts'
import type { Comment } from '../views.ts'
import { createIsPull } from './is-pull.ts'
import { botLogin } from './tokens.ts'

export const repairCommentPermissions = (core: Core): Repair => {
  const { world, emulator, actorOf } = core
  const isPull = createIsPull(core)

  /** API path of the issue or pull request on which a comment is written, changed or deleted; null for other requests. */
  const subjectOf = async (request: ApiRequest): Promise<string | null> => {
    const { method, path } = request
    if (match(request, `${method} /repos/:owner/:repo/issues/:number/comments`))
      return path.replace('/comments', '')
    if (!match(request, `${method} /repos/:owner/:repo/issues/comments/:id`)) return null
    const comment = await readIfThere<Comment>(emulator.send, `GET ${path}`, emulator.rootToken())
    return comment && new URL(comment.issue_url).pathname
  }

  return async (request, next) => {
    if (request.method === 'GET' || actorOf(request.token) !== botLogin(world)) return next(request)
    const subject = await subjectOf(request)
    if (subject === null) return next(request)
    const needed = (await isPull(subject)) ? 'pull_requests' : 'issues'
    return world.app.permissions[needed] === 'write'
      ? next(request)
      : failure(403, 'Resource not accessible by integration')
  }
}
