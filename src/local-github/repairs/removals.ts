/**
 * Deleted and transferred issues.
 * GitHub answers 410 for a deleted issue and redirects from a transferred one to its new address; neither is listed any more.
 * `/repositories/{id}/…` is another address of `/repos/{owner}/{repo}/…`.
 * The emulator can neither delete nor transfer an issue, and knows only the second address.
 */
import { failure, match, type Repair } from '../api.ts'
import { readIfThere, type Core, type Removal } from '../core.ts'
import type { Repository } from '../views.ts'

const ISSUE = /^(\/repos\/[^/]+\/[^/]+\/issues\/\d+)(\/.*)?$/

export const repairRemovals = ({ emulator, state, url }: Core): Repair => {
  const gone = (removal: Removal, rest: string, method: string) => {
    if (removal.kind === 'deleted') return failure(410, 'This issue was deleted')
    const location = `${url}/repositories/${removal.repositoryId}/issues/${removal.number}${rest}`
    const status = method === 'GET' ? 301 : 307
    const response = failure(status, status === 301 ? 'Moved Permanently' : 'Temporary Redirect')
    return {
      ...response,
      headers: { ...response.headers, location },
      body: { ...(response.body as object), url: location },
    }
  }

  return async (request, next) => {
    const byId = match(request, `${request.method} /repositories/:id/:rest*`)
    const repository =
      byId && (await readIfThere<Repository>(next, `GET /repositories/${byId.id}`, emulator.rootToken()))
    const rest = request.path.split('/').slice(3).join('/')
    const here = repository ? { ...request, path: `/repos/${repository.full_name}/${rest}` } : request
    const [, issue, part = ''] = ISSUE.exec(here.path) ?? []
    const removal = issue === undefined ? undefined : state.removed.get(issue)
    return removal ? gone(removal, part, request.method) : next(here)
  }
}
