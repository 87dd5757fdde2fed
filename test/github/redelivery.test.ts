import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Probot } from 'probot'
import { createOctokitClass } from '../../src/github/octokit.ts'
import { repeatDeliveries, type Repeat } from '../../src/github/redelivery.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'

let github: LocalGitHub
let hook: Server
/** What the app answers. */
let status = 200
/** The deliveries that the app got, as `event.action`. */
let got: string[] = []

beforeAll(async () => {
  github = await startLocalGitHub()
  hook = createServer((request, response) => {
    request.resume()
    got.push(String(request.headers['x-github-event']))
    response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(hook, 'listening')
})
afterAll(async () => {
  hook.closeAllConnections()
  hook.close()
  await github.close()
})
beforeEach(async () => {
  await github.reset()
  github.connect(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`)
  got = []
})

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const YESTERDAY = new Date(Date.now() - 86_400_000)

const repeat = async (options: Partial<Repeat> = {}): Promise<number> => {
  const probot = new Probot({
    appId: github.appId,
    privateKey: github.privateKey,
    baseUrl: github.apiUrl,
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
    logLevel: 'fatal',
  })
  got = []
  const repeated = await repeatDeliveries(await probot.auth(), { since: YESTERDAY, log, ...options })
  await github.settled()
  return repeated
}

/** Pushes a file while the app answers so. */
const pushWhile = async (answer: number, path: string): Promise<void> => {
  status = answer
  await createStory(github).commitFile(path, '# Outage')
  await github.settled()
  status = 200
}

test('what arrived is left alone, what failed is asked for once', async () => {
  await pushWhile(200, 'arrived.md')
  await pushWhile(503, 'failed.md')
  expect(await repeat()).toBe(1)
  expect(got).toEqual(['push'])
  expect(await repeat()).toBe(0)
})

test('what fails again is asked for again', async () => {
  await pushWhile(503, 'failed.md')
  status = 500
  expect(await repeat()).toBe(1)
  expect(await repeat()).toBe(1)
})

test.each([400, 405, 413, 415])(
  'a delivery that was refused with %i would be refused again',
  async (answer) => {
    await pushWhile(answer, 'refused.md')
    expect(await repeat()).toBe(0)
  },
)

test('a wrong secret is mended some day: 401 is asked for again', async () => {
  await pushWhile(401, 'unsigned.md')
  expect(await repeat()).toBe(1)
})

test('deliveries before the time in question are left alone', async () => {
  await pushWhile(503, 'old.md')
  expect(await repeat({ since: new Date(Date.now() + 1000) })).toBe(0)
})

test('after a crash, what arrived lately is asked for too, where it concerns the app', async () => {
  await pushWhile(200, 'arrived.md')
  await createStory(github).openIssue({ title: 'A question' })
  await github.settled()
  expect(await repeat({ arrivedSince: YESTERDAY })).toBe(1)
  expect(got).toEqual(['push'])
})

test('in one run as many as there is time for, the oldest first', async () => {
  for (const path of ['first.md', 'second.md', 'third.md']) await pushWhile(503, path)
  const time = new AbortController()
  let asked = 0
  const info = (): void => {
    if (++asked === 2) time.abort()
  }
  expect(await repeat({ signal: time.signal, log: { ...log, info } })).toBe(2)
  expect(github.deliveries.map(({ answers }) => answers.length)).toEqual([2, 2, 1])
})
