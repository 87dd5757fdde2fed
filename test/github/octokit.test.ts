import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { generateKeyPairSync } from 'node:crypto'
import { Probot } from 'probot'
import { createOctokitClass } from '../../src/github/octokit.ts'

const HARBOUR = { owner: 'lakeside-cargo', repo: 'harbour' }

// One clock for the whole file: the throttling plugin keeps its limiters from one Octokit to the next.
beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
})
afterAll(() => {
  jest.useRealTimers()
})

type Answer = () => Response | Promise<Response>

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

/** Installations whose requests are noted with the second at which they are sent. */
const createInstallations = (answers: Answer[] = []) => {
  const sent: string[] = []
  const start = Date.now()
  const second = (): number => Math.round((Date.now() - start) / 1000)
  const Octokit = createOctokitClass()
  const fetch = async (url: string, { method }: { method: string }): Promise<Response> => {
    sent.push(`${second()} s: ${method} ${new URL(url).pathname}`)
    return (await answers.shift()?.()) ?? json(200, {})
  }
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const installation = (id: number) =>
    new Octokit({ auth: { token: 'x' }, request: { fetch }, log, throttle: { id: String(id) } as never })
  return { sent, installation }
}

const ignore = (): void => undefined

const write = (client: ReturnType<ReturnType<typeof createInstallations>['installation']>, number: number) =>
  client.rest.issues.createComment({ ...HARBOUR, issue_number: number, body: 'x', request: { retries: 0 } })

const commentOn = (number: number): string => `POST /repos/lakeside-cargo/harbour/issues/${number}/comments`

describe('writes', () => {
  test('are sent a second apart, creations too', async () => {
    const { sent, installation } = createInstallations()
    const client = installation(1)
    const writes = Promise.all([write(client, 1), write(client, 2), write(client, 3)])
    await jest.advanceTimersByTimeAsync(5000)
    await writes
    expect(sent).toEqual([`0 s: ${commentOn(1)}`, `1 s: ${commentOn(2)}`, `2 s: ${commentOn(3)}`])
  })

  test('wait for the one before, however long it takes', async () => {
    const slow: Answer = () =>
      new Promise((resolve) =>
        setTimeout(() => {
          resolve(json(200, {}))
        }, 4000),
      )
    const { sent, installation } = createInstallations([slow])
    const client = installation(1)
    const writes = Promise.all([write(client, 1), write(client, 2)])
    await jest.advanceTimersByTimeAsync(10_000)
    await writes
    expect(sent).toEqual([`0 s: ${commentOn(1)}`, `4 s: ${commentOn(2)}`])
  })

  test('of one installation do not hold back those of another', async () => {
    const { sent, installation } = createInstallations()
    const writes = Promise.all([
      write(installation(1), 1),
      write(installation(2), 2),
      write(installation(1), 3),
    ])
    await jest.advanceTimersByTimeAsync(5000)
    await writes
    expect(sent).toEqual([`0 s: ${commentOn(1)}`, `0 s: ${commentOn(2)}`, `1 s: ${commentOn(3)}`])
  })

  test('do not hold back reads, GraphQL queries among them', async () => {
    const { sent, installation } = createInstallations()
    const client = installation(1)
    const requests = Promise.all([
      write(client, 1),
      write(client, 2),
      client.rest.issues.listForRepo(HARBOUR),
      client.graphql('query { viewer { login } }'),
    ])
    await jest.advanceTimersByTimeAsync(5000)
    await requests
    expect([...sent].sort()).toEqual([
      '0 s: GET /repos/lakeside-cargo/harbour/issues',
      '0 s: POST /graphql',
      `0 s: ${commentOn(1)}`,
      `1 s: ${commentOn(2)}`,
    ])
  })
})

describe('a token', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

  /** GitHub takes only tokens of this list; each request for a token gives the next of `given`. */
  const createTokens = (given: string[], taken: string[]) => {
    const sent: string[] = []
    const asked: string[] = []
    const fetch = (url: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
      const { pathname, host } = new URL(url)
      if (pathname.endsWith('/access_tokens')) {
        const token = given.shift()
        sent.push(`new token: ${token}`)
        asked.push(host)
        return Promise.resolve(
          json(201, { token, expires_at: new Date(Date.now() + 3_600_000).toISOString() }),
        )
      }
      sent.push(`${method} with ${headers.authorization}`)
      const isTaken = taken.some((token) => headers.authorization === `token ${token}`)
      return Promise.resolve(isTaken ? json(200, {}) : json(401, { message: 'Bad credentials' }))
    }
    return { sent, asked, fetch }
  }

  const createInstallation = (given: string[], taken: string[]) => {
    const { sent, fetch } = createTokens(given, taken)
    const Octokit = createOctokitClass()
    const log = { debug: ignore, info: ignore, warn: ignore, error: ignore }
    const auth = { appId: 1, privateKey, installationId: 7 }
    return { sent, client: new Octokit({ auth, request: { fetch }, log, throttle: { id: '7' } as never }) }
  }

  /** Lets the story's clock run until the promise settles; signing takes real time as well. */
  const played = async <T>(promise: Promise<T>): Promise<T | Error> => {
    const state: { result?: T | Error } = {}
    promise.then(
      (value) => (state.result = value),
      (error: unknown) => (state.result = error as Error),
    )
    while (state.result === undefined) {
      await jest.advanceTimersByTimeAsync(100)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return state.result
  }

  test('that GitHub takes no longer is replaced, and the write sent once more', async () => {
    const taken = ['first']
    const { sent, client } = createInstallation(['first', 'second'], taken)
    await played(write(client, 1))
    await jest.advanceTimersByTimeAsync(600_000)
    taken.splice(0, 1, 'second')
    expect(await played(write(client, 2))).toMatchObject({ status: 200 })
    expect(sent).toEqual([
      'new token: first',
      'POST with token first',
      'POST with token first',
      'new token: second',
      'POST with token second',
    ])
  })

  test('is replaced by the GitHub that it is for', async () => {
    const { asked, fetch } = createTokens(['first', 'second'], ['second'])
    const probot = new Probot({
      appId: 1,
      privateKey,
      baseUrl: 'https://github.lakeside.example/api/v3',
      request: { fetch },
      Octokit: createOctokitClass({ writeIntervalMs: 0 }),
      logLevel: 'fatal',
    })
    const client = await probot.auth(7)
    expect(await played(client.rest.issues.listForRepo(HARBOUR))).toMatchObject({ status: 200 })
    expect(asked).toEqual(['github.lakeside.example', 'github.lakeside.example'])
  })

  test('that is new and refused all the same is an error', async () => {
    const { client } = createInstallation(['first', 'second'], [])
    expect(await played(write(client, 1))).toMatchObject({ status: 401 })
  })
})

describe('what is not found', () => {
  const notFound: Answer = () => json(404, { message: 'Not Found' })

  test('is looked for once more, a second later', async () => {
    const { sent, installation } = createInstallations([notFound])
    const comment = write(installation(1), 1)
    await jest.advanceTimersByTimeAsync(5000)
    expect(await comment).toMatchObject({ status: 200 })
    expect(sent).toEqual([`0 s: ${commentOn(1)}`, `1 s: ${commentOn(1)}`])
  })

  test('is not there where GitHub says so twice', async () => {
    const { installation } = createInstallations([notFound, notFound])
    const failure = write(installation(1), 1).catch((error: unknown) => error)
    await jest.advanceTimersByTimeAsync(5000)
    expect(await failure).toMatchObject({ status: 404 })
  })

  test('is a fact where GitHub names it', async () => {
    const { sent, installation } = createInstallations([() => json(404, { message: 'Label does not exist' })])
    const failure = installation(1)
      .rest.issues.removeLabel({ ...HARBOUR, issue_number: 1, name: 'overdue' })
      .catch((error: unknown) => error)
    await jest.advanceTimersByTimeAsync(5000)
    expect(await failure).toMatchObject({ status: 404 })
    expect(sent).toHaveLength(1)
  })
})

describe('a rate limit', () => {
  const secondary: Answer = () => json(403, { message: 'secondary rate limit' }, { 'retry-after': '60' })

  test('is waited out, and writes behind it wait as well', async () => {
    const { sent, installation } = createInstallations([secondary])
    const client = installation(1)
    const writes = Promise.all([write(client, 1), write(client, 2)])
    await jest.advanceTimersByTimeAsync(120_000)
    await writes
    expect(sent).toEqual([`0 s: ${commentOn(1)}`, `60 s: ${commentOn(1)}`, `60 s: ${commentOn(2)}`])
  })

  test('that comes back again and again is left to the queue', async () => {
    const { sent, installation } = createInstallations([secondary, secondary, secondary, secondary])
    const failure = write(installation(1), 1).catch((error: unknown) => error)
    await jest.advanceTimersByTimeAsync(600_000)
    expect(await failure).toMatchObject({ status: 403 })
    expect(sent).toHaveLength(4)
  })

  test('of many minutes is left to the queue at once', async () => {
    const hourly: Answer = () =>
      json(
        403,
        { message: 'API rate limit exceeded' },
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.now() / 1000 + 1800) },
      )
    const { sent, installation } = createInstallations([hourly])
    const failure = write(installation(1), 1).catch((error: unknown) => error)
    await jest.advanceTimersByTimeAsync(10_000)
    expect(await failure).toMatchObject({ status: 403 })
    expect(sent).toHaveLength(1)
  })
})
