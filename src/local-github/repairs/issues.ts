/**
 * Issues.
 * GitHub reads and changes a pull request as an issue too, with a `pull_request` key. `state_reason` may be `duplicate`.
 * The emulator answers 404 for a pull request, and turns `duplicate` into `completed`.
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
import { repositoryPath } from '../core.ts'
import type { Pull } from '../views.ts'
import { pullAsIssue } from './issue-list.ts'

export const repairIssues = (): Repair => {
  /** Addresses of the issues that were closed as duplicates. */
  const duplicates = new Set<string>()

  const dressed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(dressed)
    return duplicates.has(String(fields(value).url)) ? { ...fields(value), state_reason: 'duplicate' } : value
  }

  const remember = (request: ApiRequest, response: ApiResponse): void => {
    const { state, state_reason: reason } = fields(request.body)
    const address = String(fields(response.body).url)
    if (reason === 'duplicate') duplicates.add(address)
    else if (state !== undefined || reason !== undefined) duplicates.delete(address)
  }

  const changePull = async (
    request: ApiRequest,
    next: Next,
    path: string,
    number: string,
  ): Promise<ApiResponse> => {
    const { labels, ...rest } = fields(request.body)
    if (Array.isArray(labels)) {
      await next({ ...request, method: 'PUT', path: `${path}/issues/${number}/labels`, body: { labels } })
    }
    const pull = await next({ ...request, path: `${path}/pulls/${number}`, body: rest })
    return succeeded(pull) ? json(200, pullAsIssue(pull.body as Pull)) : pull
  }

  return async (request, next) => {
    const one = match(request, 'GET /repos/:owner/:repo/issues/:number')
    const change = match(request, 'PATCH /repos/:owner/:repo/issues/:number')
    if (change) {
      const body = fields(request.body)
      const stated = body.state_reason === 'duplicate' ? { ...body, state_reason: 'completed' } : body
      const response = await next({ ...request, body: stated })
      if (response.status === 404) return changePull(request, next, repositoryPath(change), change.number)
      if (succeeded(response)) remember(request, response)
      return { ...response, body: dressed(response.body) }
    }
    const response = await next(request)
    if (match(request, 'GET /repos/:owner/:repo/issues')) return { ...response, body: dressed(response.body) }
    if (!one || one.number === 'comments') return response
    if (response.status !== 404) return { ...response, body: dressed(response.body) }
    const pull = await next({ ...request, path: `${repositoryPath(one)}/pulls/${one.number}` })
    return succeeded(pull) ? json(200, pullAsIssue(pull.body as Pull)) : failure(pull.status, 'Not Found')
  }
}
