/**
 * Rate limit of the emulator.
 * The emulator counts 5,000 requests an hour for each token, also those that the repairs make, and keeps counting over a
 * reset. GitHub counts only what clients send.
 * Here: a token is replaced by a fresh one with the same rights before the emulator's count runs out.
 */
import { fields, type ApiRequest, type Next, type Repair } from '../api.ts'
import { appJwt } from '../app-jwt.ts'
import { requestFor } from '../core.ts'
import { spareTokensOf, type World } from '../world.ts'

/** Well below the emulator's limit of 5,000. */
export const REQUESTS_PER_TOKEN = 4_000

interface StandIn {
  token: string
  used: number
}

export interface StandIns {
  repair: Repair
  /** Remembers an installation token and what was asked for it. */
  issued: (token: string, request: Pick<ApiRequest, 'path' | 'body'>) => void
}

export const createStandIns = (world: World): StandIns => {
  const standIns = new Map<string, StandIn>()
  const grants = new Map<string, Pick<ApiRequest, 'path' | 'body'>>()
  const spare = new Map(
    world.people.map(({ login }) => spareTokensOf(login)).map(([token = '', ...rest]) => [token, rest]),
  )

  const fresh = async (token: string, next: Next): Promise<string> => {
    const grant = grants.get(token)
    if (!grant) return spare.get(token)?.shift() ?? token
    const response = await next(requestFor(`POST ${grant.path}`, appJwt(world.app.id), grant.body))
    return String(fields(response.body).token)
  }

  return {
    issued: (token, { path, body }) => {
      grants.set(token, { path, body })
    },
    repair: async (request, next) => {
      const { token } = request
      if (token === undefined || !(grants.has(token) || spare.has(token))) return next(request)
      let standIn = standIns.get(token) ?? { token, used: 0 }
      if (standIn.used >= REQUESTS_PER_TOKEN) standIn = { token: await fresh(token, next), used: 0 }
      standIn.used++
      standIns.set(token, standIn)
      return next({ ...request, token: standIn.token })
    },
  }
}
