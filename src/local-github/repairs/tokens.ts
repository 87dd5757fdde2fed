/**
 * Credentials.
 * GitHub answers 401 "Bad credentials" to a token or app JWT that it does not know, and an expired one.
 * The emulator lets an unknown token act as its first user, and a bad JWT pass as nobody.
 * Here: only tokens of people and tokens issued for the installation pass.
 */
import { createSign } from 'node:crypto'
import { failure, fields, match, type ApiResponse, type Next, type Repair } from '../api.ts'
import { appPrivateKey, type Emulator } from '../emulator.ts'
import { tokenOf, type World } from '../world.ts'
import { read } from '../core.ts'

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JSON Web Token that proves to be the app, valid for ten minutes. */
const appJwt = (appId: number): string => {
  const issued = Math.floor(Date.now() / 1000) - 60
  const content = `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ iat: issued, exp: issued + 600, iss: String(appId) })}`
  return `${content}.${createSign('RSA-SHA256').update(content).sign(appPrivateKey(), 'base64url')}`
}

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

export const createTokens = (world: World, emulator: Emulator): Tokens => {
  const actors = new Map(world.people.map(({ login }) => [tokenOf(login), login]))
  const issued = new Set<string>()
  let ownToken: Promise<string> | undefined

  const tokensPath = `/app/installations/${world.app.installationId}/access_tokens`

  const remember = (response: ApiResponse): string => {
    const { token } = fields(response.body)
    if (typeof token !== 'string') return ''
    actors.set(token, botLogin(world))
    return token
  }

  const issueOwnToken = async (): Promise<string> => {
    const { token } = await read<{ token: string }>(emulator.send, `POST ${tokensPath}`, appJwt(world.app.id))
    actors.set(token, botLogin(world))
    return token
  }

  const isJwt = (token: string): boolean => token.startsWith('eyJ')

  const isApp = async (token: string, next: Next): Promise<boolean> =>
    (await next({ method: 'GET', path: '/app', query: new URLSearchParams(), token })).status === 200

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
      if (match(request, 'POST /app/installations/:id/access_tokens')) {
        const granted = remember(response)
        if (granted !== '') issued.add(granted)
      }
      return response
    },
  }
}
