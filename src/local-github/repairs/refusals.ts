/**
 * Refusals.
 * GitHub tells an installation that lacks a permission "Resource not accessible by integration", and does not tell a person
 * whether a private repository exists (404).
 * The emulator says "Forbidden" to both, and "Validation failed" where GitHub writes "Validation Failed".
 */
import { failure, fields, type ApiResponse, type Repair } from '../api.ts'
import type { Core } from '../core.ts'
import { botLogin } from './tokens.ts'

export const repairRefusals =
  ({ world, actorOf }: Core): Repair =>
  async (request, next): Promise<ApiResponse> => {
    const response = await next(request)
    const { message } = fields(response.body)
    if (response.status === 422 && message === 'Validation failed') return failure(422, 'Validation Failed')
    if (response.status !== 403 || message !== 'Forbidden') return response
    if (actorOf(request.token) === botLogin(world))
      return failure(403, 'Resource not accessible by integration')
    return request.method === 'GET'
      ? failure(404, 'Not Found')
      : failure(403, 'Must have admin rights to Repository.')
  }
