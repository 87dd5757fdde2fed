import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createEmulator } from 'emulate'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { ApiRequest, ApiResponse } from './api.ts'
import { createMemory } from './memory.ts'
import { spareTokensOf, type World } from './world.ts'

/** The emulator counts 5,000 requests an hour for each token, so the local GitHub's own reads change tokens in time. */
const READS_PER_TOKEN = 4_000

export interface Emulator {
  /** Sends one request as its token's owner; addresses in the answer are those of the local GitHub. */
  send: (request: ApiRequest) => Promise<ApiResponse>
  /** A token that may read and administer everything. */
  rootToken: () => string
  isRootToken: (token: string) => boolean
  reset: () => void
  close: () => Promise<void>
}

let privateKey: string | undefined

/** One RSA key for all local GitHubs of a process: making one takes longer than everything else at start. */
export const appPrivateKey = (): string =>
  (privateKey ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey)

/** The emulator takes an unknown token for the first user: that is what `rootToken` builds on. */
const ROOT = 'local-github'

const seedOf = ({ owner, repositories, people, app }: World): Record<string, unknown> => ({
  users: [{ login: ROOT }, ...people.map(({ login, name }) => ({ login, name }))],
  orgs: [{ login: owner, members: [{ login: ROOT, role: 'admin' }] }],
  repos: repositories.map(({ name, private: isPrivate }) => ({ owner, name, private: isPrivate })),
  apps: [
    {
      app_id: app.id,
      slug: app.slug,
      name: app.slug,
      private_key: appPrivateKey(),
      events: ['*'],
      permissions: app.permissions,
      installations: [{ installation_id: app.installationId, account: owner, permissions: app.permissions }],
    },
  ],
})

/** Several requests go to the emulator for each that comes: `fetch` would take three times as long for them. */
const ask = async (url: string, options: RequestOptions, body: string): Promise<IncomingMessage> => {
  const [answer] = (await once(request(url, options).end(body), 'response')) as [IncomingMessage]
  return answer
}

/**
 * Where this process was busy for seconds, the emulator in it has closed the connections that nobody used, and the one that
 * is used first is found closed. Nothing was received then.
 */
const askFresh: typeof ask = (...asked) => ask(...asked).catch(() => ask(...asked))

/**
 * Starts the emulator behind the local GitHub.
 *
 * @param publicUrl the local GitHub's own address, which replaces the emulator's in every answer
 */
export const startEmulator = async (world: World, publicUrl: string): Promise<Emulator> => {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      tokens: Object.fromEntries(
        world.people.flatMap(({ login }) => spareTokensOf(login).map((token) => [token, { login }] as const)),
      ),
      github: seedOf(world),
    },
  })
  const address = emulator.url.replace('localhost', '127.0.0.1')
  const publicAddresses = (text: string): string =>
    text.replaceAll(emulator.url, publicUrl).replaceAll(address, publicUrl)
  const rootSecret = randomUUID()
  let sentAsRoot = 0

  const isRootToken = (token: string): boolean => token.startsWith(rootSecret)
  const spent = (token: string): string =>
    isRootToken(token) ? `${rootSecret}.${Math.floor(sentAsRoot++ / READS_PER_TOKEN)}` : token

  const agent = new Agent({ keepAlive: true })
  const send = async ({ method, path, query, body, token, accept }: ApiRequest): Promise<ApiResponse> => {
    const content = method === 'GET' || method === 'HEAD' ? '' : JSON.stringify(body ?? {})
    const headers = {
      ...(token && { authorization: `Bearer ${spent(token)}` }),
      ...(accept && { accept }),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(content),
    }
    const url = `${address}${path}${query.size > 0 ? `?${query.toString()}` : ''}`
    const answer = await askFresh(url, { agent, method, headers }, content)
    const { statusCode: status = 0 } = answer
    const told = Object.fromEntries(
      Object.entries(answer.headers)
        // Its own count, which includes what the repairs ask.
        .filter(([name]) => !name.startsWith('x-ratelimit-'))
        .map(([name, value]) => [name, publicAddresses(String(value))] as const),
    )
    const isJson = told['content-type']?.includes('json') ?? false
    const bytes = await buffer(answer)
    if (!isJson) return { status, headers: told, body: bytes.length > 0 ? new Uint8Array(bytes) : undefined }
    return { status, headers: told, body: JSON.parse(publicAddresses(bytes.toString())) }
  }

  const memory = createMemory(send)

  return {
    send: memory.send,
    rootToken: () => rootSecret,
    isRootToken,
    reset: () => {
      memory.clear()
      emulator.reset()
    },
    close: () => {
      agent.destroy()
      return emulator.close()
    },
  }
}
