/**
 * Repositories.
 * GitHub redirects from a renamed repository's old address, refuses every write to an archived one with 403, and answers 410
 * for issues where they are switched off, while comments on pull requests go on.
 * The emulator forgets the old name, lets issues of an archived repository change, and answers 404 for comments too.
 * Here: the emulator never hears of these settings; they and the old names are kept here.
 */
import {
  failure,
  fields,
  match,
  succeeded,
  type ApiRequest,
  type ApiResponse,
  type Next,
  type Repair,
} from '../api.ts'
import { readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Repository } from '../views.ts'
import { redirect } from './lists.ts'

type Settings = Pick<Repository, 'archived' | 'has_issues'>

export const repairRepositories = ({ emulator, url }: Core): Repair => {
  /** Ids by former API path. */
  const renamed = new Map<string, number>()
  /** By id. */
  const settings = new Map<number, Settings>()
  /** Ids of repositories with settings, by present API path. */
  const ids = new Map<string, number>()

  const dressed = (response: ApiResponse): ApiResponse =>
    succeeded(response)
      ? { ...response, body: { ...fields(response.body), ...settings.get(Number(fields(response.body).id)) } }
      : response

  const configure = async (request: ApiRequest, next: Next): Promise<ApiResponse> => {
    const { has_issues: hasIssues, archived, ...rest } = fields(request.body)
    const response = await next({ ...request, body: rest })
    if (!succeeded(response)) return response
    const { id, url: address } = response.body as Repository
    const before = settings.get(id) ?? { archived: false, has_issues: true }
    settings.set(id, {
      archived: typeof archived === 'boolean' ? archived : before.archived,
      has_issues: typeof hasIssues === 'boolean' ? hasIssues : before.has_issues,
    })
    const path = new URL(address).pathname
    ids.set(path, id)
    if (path !== request.path) renamed.set(request.path, id)
    return dressed(response)
  }

  const isAboutIssues = async (request: ApiRequest, next: Next, path: string): Promise<boolean> => {
    if (!request.path.startsWith(`${path}/issues`)) return false
    const [number, part] = request.path.slice(`${path}/issues/`.length).split('/')
    if (number === 'comments') return false
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
    if (request.path === path)
      return request.method === 'PATCH' ? configure(request, next) : dressed(await next(request))
    const { archived, has_issues: hasIssues } = settings.get(ids.get(path) ?? 0) ?? {
      archived: false,
      has_issues: true,
    }
    if (archived && request.method !== 'GET') return failure(403, 'Repository was archived so is read-only.')
    const isSwitchedOff = !hasIssues && (await isAboutIssues(request, next, path))
    return isSwitchedOff ? failure(410, 'Issues are disabled for this repo') : next(request)
  }
}
