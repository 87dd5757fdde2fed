/**
 * Credentials.
 * GitHub answers 401 "Bad credentials" to a token or app JWT that it does not know, and an expired one.
 * The emulator lets an unknown token act as its first user, and a bad JWT pass as nobody.
 * Here: only tokens of people and tokens issued for the installation pass.
 */
import { failure, fields, match, type ApiRequest, type ApiResponse, type Next, type Repair } from '../api.ts'
import { appJwt } from '../app-jwt.ts'
import { read } from '../core.ts'
import type { Emulator } from '../emulator.ts'
import { tokenOf, type World } from '../world.ts'
import type { StandIns } from './stand-ins.ts'

export interface Tokens {
  repair: Repair
  actorOf: (token: string | undefined) => string | null
  tokenFor: (login: string) => Promise<string>
  /** From now on GitHub answers 401 to every installation token issued so far. */
  revokeInstallationTokens: () => void
}

/** What the app itself is called in the record of requests, when it acts with its JWT. */
export const APP_ACTOR = 'app'

export const botLogin = ({ app }: World): string => `${app.slug}[bot]`

export const createTokens = (world: World, emulator: Emulator, standIns: StandIns): Tokens => {
  const actors = new Map(world.people.map(({ login }) => [tokenOf(login), login]))
  const issued = new Set<string>()
  const provenJwts = new Set<string>()
  let ownToken: Promise<string> | undefined

  const remember = (token: string, request: Pick<ApiRequest, 'path' | 'body'>): void => {
    actors.set(token, botLogin(world))
    standIns.issued(token, request)
  }

  const issueOwnToken = async (): Promise<string> => {
    const path = `/app/installations/${world.app.installationId}/access_tokens`
    const { token } = await read<{ token: string }>(emulator.send, `POST ${path}`, appJwt(world.app.id))
    remember(token, { path, body: undefined })
    return token
  }

  const isJwt = (token: string): boolean => token.startsWith('eyJ')

  const isApp = async (token: string, next: Next): Promise<boolean> => {
    if (provenJwts.has(token)) return true
    const { status } = await next({ method: 'GET', path: '/app', query: new URLSearchParams(), token })
    if (status === 200) provenJwts.add(token)
    return status === 200
  }

  const grant = (request: ApiRequest, response: ApiResponse): void => {
    const { token } = fields(response.body)
    if (typeof token !== 'string') return
    remember(token, request)
    issued.add(token)
  }

  return {
    actorOf: (token) => (token === undefined ? null : isJwt(token) ? APP_ACTOR : (actors.get(token) ?? null)),
    tokenFor: (login) =>
      login === botLogin(world) ? (ownToken ??= issueOwnToken()) : Promise.resolve(tokenOf(login)),
    revokeInstallationTokens: () => {
      for (const token of issued) actors.delete(token)
      issued.clear()
    },
    repair: async (request, next) => {
      const { token } = request
      if (token !== undefined && !emulator.isRootToken(token)) {
        const known = isJwt(token) ? await isApp(token, next) : actors.has(token)
        if (!known) return failure(401, 'Bad credentials')
      }
      const response = await next(request)
      if (match(request, 'POST /app/installations/:id/access_tokens')) grant(request, response)
      return response
    },
  }
}
