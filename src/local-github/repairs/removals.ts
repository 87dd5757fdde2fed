/**
 * Deleted and transferred issues.
 * GitHub answers 410 for a deleted issue and redirects from a transferred one to its new address; neither is listed any more.
 * `/repositories/{id}/…` is another address of `/repos/{owner}/{repo}/…`.
 * The emulator can neither delete nor transfer an issue, and knows only the second address.
 */
import { failure, match, type ApiRequest, type ApiResponse, type Repair } from '../api.ts'
import { readIfThere, type Core, type Removal } from '../core.ts'
import type { Repository } from '../views.ts'
import { redirect } from './lists.ts'

const ISSUE = /^(\/repos\/[^/]+\/[^/]+\/issues\/\d+)(\/.*)?$/

export const repairRemovals = ({ emulator, state, url }: Core): Repair => {
  const gone = (removal: Removal, rest: string, request: ApiRequest): ApiResponse =>
    removal.kind === 'deleted'
      ? failure(410, 'This issue was deleted')
      : redirect(request, `${url}/repositories/${removal.repositoryId}/issues/${removal.number}${rest}`)

  return async (request, next) => {
    const byId = match(request, `${request.method} /repositories/:id/:rest*`)
    const repository =
      byId && (await readIfThere<Repository>(next, `GET /repositories/${byId.id}`, emulator.rootToken()))
    const rest = request.path.split('/').slice(3)
    const here = repository
      ? { ...request, path: ['/repos', repository.full_name, ...rest].join('/') }
      : request
    const [, issue, part = ''] = ISSUE.exec(here.path) ?? []
    const removal = issue === undefined ? undefined : state.removed.get(issue)
    return removal ? gone(removal, part, request) : next(here)
  }
}
