/**
 * Repositories.
 * GitHub redirects from a renamed repository's old address, refuses every write to an archived one with 403, and answers 410
 * for issues where they are switched off, while comments on pull requests go on.
 * The emulator forgets the old name, lets issues of an archived repository change, and answers 404 for comments too.
 * Here: the emulator never hears that issues were switched off; old names are kept.
 */
import { failure, fields, match, succeeded, type ApiRequest, type Next, type Repair } from '../api.ts'
import { readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Repository } from '../views.ts'
import { redirect } from './lists.ts'

const dressed = (value: unknown, withoutIssues: Set<number>): unknown => {
  const { id } = fields(value)
  return typeof id === 'number' && withoutIssues.has(id) ? { ...fields(value), has_issues: false } : value
}

export const repairRepositories = ({ emulator, url }: Core): Repair => {
  /** Ids by former API path. */
  const renamed = new Map<string, number>()
  const withoutIssues = new Set<number>()

  const change = async (request: ApiRequest, next: Next) => {
    const { has_issues: hasIssues, ...rest } = fields(request.body)
    const response = await next({ ...request, body: rest })
    if (!succeeded(response)) return response
    const { id, url: address } = response.body as Repository
    if (hasIssues === false) withoutIssues.add(id)
    if (hasIssues === true) withoutIssues.delete(id)
    if (new URL(address).pathname !== request.path) renamed.set(request.path, id)
    return { ...response, body: dressed(response.body, withoutIssues) }
  }

  const isAboutIssues = async (request: ApiRequest, next: Next, path: string): Promise<boolean> => {
    const [number, part] = request.path.slice(`${path}/issues`.length).split('/').slice(1)
    if (!request.path.startsWith(`${path}/issues`) || number === 'comments') return false
    const pull = number && (await readIfThere(next, `GET ${path}/pulls/${number}`, emulator.rootToken()))
    return !pull || (part === undefined && request.method !== 'GET')
  }

  return async (request, next) => {
    const target =
      match(request, `${request.method} /repos/:owner/:repo/:rest*`) ??
      match(request, `${request.method} /repos/:owner/:repo`)
    if (!target) return next(request)
    const path = repositoryPath(target)
    const former = renamed.get(path)
    if (former !== undefined)
      return redirect(request, `${url}/repositories/${former}${request.path.slice(path.length)}`)
    if (request.path === path && request.method === 'PATCH') return change(request, next)
    if (request.path === path) {
      const response = await next(request)
      return { ...response, body: dressed(response.body, withoutIssues) }
    }
    const repository = await readIfThere<Repository>(next, `GET ${path}`, emulator.rootToken())
    if (repository?.archived && request.method !== 'GET')
      return failure(403, 'Repository was archived so is read-only.')
    const silent =
      repository && withoutIssues.has(repository.id) && (await isAboutIssues(request, next, path))
    return silent ? failure(410, 'Issues are disabled for this repo') : next(request)
  }
}
