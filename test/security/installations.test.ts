import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import nock from 'nock'
import { Probot } from 'probot'
import { connectApp } from '../../src/github/app.ts'
import { createOctokitClass } from '../../src/github/octokit.ts'
import { PermanentError } from '../../src/jobs/errors.ts'
import type { Job, Look } from '../../src/jobs/job.ts'
import { createWork } from '../../src/work.ts'
import { IMPATIENT, openStage } from '../stage.ts'

const API = 'https://api.github.com'
const nothing = (): void => undefined
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

beforeEach(() => {
  nock.disableNetConnect()
})
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})
// What nock puts in front of the network outlives this file, and would answer the next one in this process.
afterAll(() => {
  nock.restore()
})

const jobOf = (installationId: number, owner: string, look: Look): Job => ({
  installationId,
  repository: { owner, repo: 'shop' },
  look,
  delivery: 'test',
})

test('each job is done with the token of its own installation, and so is what follows from it', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  nock(API).get('/app').reply(200, { slug: 'followthrough' })
  for (const [id, owner] of [
    [1, 'acme'],
    [2, 'umbrella'],
  ] as const) {
    const token = { token: `ghs_of${owner}`, expires_at: '2099-01-01T00:00:00Z', permissions: {} }
    nock(API).post(`/app/installations/${id}/access_tokens`).reply(201, token)
    nock(API)
      .get(`/repositories/${id}0`)
      .matchHeader('authorization', `token ghs_of${owner}`)
      .reply(200, { name: 'home', owner: { login: owner } })
  }
  const probot = new Probot({ appId: 1, privateKey, Octokit: createOctokitClass({ writeIntervalMs: 0 }) })
  const enqueued: Job[] = []
  const work = createWork({
    app: await connectApp(probot),
    extractor: { extract: () => Promise.reject(new Error('nothing is read')) },
    log: { ...log, child: () => log },
    enqueue: (job) => void enqueued.push(job),
    clock: { now: () => new Date('2026-11-21T00:00:00Z') },
  })
  await Promise.all([
    work(jobOf(1, 'acme', { kind: 'filed-here', repository: 10, path: 'postmortems/a.md' })),
    work(jobOf(2, 'umbrella', { kind: 'filed-here', repository: 20, path: 'postmortems/b.md' })),
  ])
  expect(nock.pendingMocks()).toEqual([])
  const followed = enqueued.map(({ installationId, repository }) => `${installationId} ${repository.owner}`)
  expect(followed.sort()).toEqual(['1 acme', '2 umbrella'])
})

test('a job in the queue that names a repository of another installation comes to nothing', async () => {
  nock.enableNetConnect()
  const stage = await openStage({}, IMPATIENT)
  const forged = jobOf(stage.github.installationId, 'umbrella', {
    kind: 'paths',
    paths: ['postmortems/a.md'],
  })
  await expect(stage.run(forged)).rejects.toThrow(PermanentError)
  const writes = stage.requests().filter((request) => !/^GET|^POST \/graphql/.test(request))
  expect(writes).toEqual([])
  await stage.close()
})
