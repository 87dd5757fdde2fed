/* eslint jest/expect-expect: ['warn', { assertFunctionNames: ['expect*'] }] */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Job } from '../../src/jobs/job.ts'
import type { FaultRule } from '../../src/local-github/faults.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import { openLambda, type LambdaDeployment } from './lambda.ts'
import { itemsIn, itemsOf, mergePostmortem, ownComments, sendAll, shuffled } from './stories.ts'

/** `npm run story:lambda` tells the whole story; the test suite a shorter one. */
const REPOSITORIES = Number(process.env.STORY_REPOSITORIES ?? 4)
const others = Array.from({ length: REPOSITORIES - 1 }, (_, index) => ({ name: `service-${index + 1}` }))

let github: LocalGitHub
let lambda: LambdaDeployment
let story: Story

beforeAll(async () => {
  github = await startLocalGitHub({ repositories: others })
  lambda = await openLambda(github)
  story = createStory(github)
}, 60_000)

// Each story has postmortems of its own, and goes on from where the one before ended.
beforeEach(() => {
  github.clearFaults()
  github.connect(lambda.webhookUrl())
})

afterAll(async () => {
  await lambda.close()
  await github.close()
}, 60_000)

const expectFiledOnce = async (repo: string, number: number, name: string): Promise<void> => {
  expect([repo, await itemsIn(github, repo, [name])]).toEqual([repo, itemsOf([name])])
  expect(await ownComments(github, repo, number)).toBe(1)
}

const everythingIsDone = async (): Promise<void> => {
  await github.settled()
  await lambda.drained()
  await github.settled()
  await lambda.drained()
}

test('a merged postmortem becomes issues and one status comment', async () => {
  const number = await mergePostmortem(story, 'checkout')
  await everythingIsDone()
  await expectFiledOnce(github.repo, number, 'checkout')
}, 60_000)

test('a burst of deliveries, shuffled and some of them repeated, leaves every item once', async () => {
  github.connect(null)
  const before = github.deliveries.length
  const merged: [string, number, string][] = []
  for (const repo of [github.repo, ...others.map(({ name }) => name)]) {
    for (const name of ['payments', 'search'])
      merged.push([repo, await mergePostmortem(createStory(github, 'maya', repo), name), name])
  }
  const deliveries = github.deliveries.slice(before)
  // Eight of each repository, and every fourth again: 200 for 20 repositories.
  const burst = shuffled([...deliveries, ...deliveries.filter((_, index) => index % 4 === 0)])
  expect(burst).toHaveLength(REPOSITORIES * 10)
  github.connect(lambda.webhookUrl())

  const statuses = await sendAll(lambda.webhookUrl(), burst, 10)
  expect(new Set(statuses)).toEqual(new Set([202]))
  await everythingIsDone()
  for (const [repo, number, name] of merged) await expectFiledOnce(repo, number, name)
  expect(await lambda.takeDead()).toEqual([])
}, 300_000)

describe('a worker that is killed', () => {
  test('in the middle of a sync: the message comes again, and nothing is filed twice', async () => {
    const crashed = crashAt({ nth: 2, kind: 'drop-after' })
    const number = await mergePostmortem(story, 'login')
    await crashed
    expect(await itemsIn(github, github.repo, ['login'])).toEqual(itemsOf(['login']))
    expect(await ownComments(github, github.repo, number)).toBe(0)

    await lambda.start()
    await everythingIsDone()
    await expectFiledOnce(github.repo, number, 'login')
  }, 60_000)

  test('in the middle of a batch: what was done stays done, the rest comes again', async () => {
    github.connect(null)
    const merged: [string, number][] = []
    for (const repo of [github.repo, 'service-1', 'service-2'])
      merged.push([repo, await mergePostmortem(createStory(github, 'maya', repo), 'mail')])
    await lambda.crash()
    // Together in the queue before anybody looks: one batch.
    for (const [repo, number] of merged) await lambda.send(repo, JSON.stringify(jobFor(repo, number)))
    const crashed = crashAt({ nth: 3, kind: 'drop-before' })
    await lambda.start()
    await crashed

    await lambda.start()
    await everythingIsDone()
    for (const [repo, number] of merged) await expectFiledOnce(repo, number, 'mail')
  }, 60_000)
})

/** Kills the functions when they open an issue; settles when they are dead. */
const crashAt = (fault: Pick<FaultRule, 'nth' | 'kind'>): Promise<void> =>
  new Promise((resolve) => {
    github.fault({
      match: { method: 'POST', path: /\/issues$/ },
      ...fault,
      onStrike: () => {
        void lambda.crash().then(resolve)
      },
    })
  })

describe('a poison message', () => {
  test('that holds no job goes to the dead-letter queue, and its neighbours succeed', async () => {
    github.connect(null)
    const number = await mergePostmortem(story, 'stock')
    await lambda.send('poison', '{"not": "a job"}')
    await lambda.send(github.repo, JSON.stringify(jobFor(github.repo, number)))
    await everythingIsDone()
    await expectFiledOnce(github.repo, number, 'stock')
    const dead = await lambda.takeDead()
    expect(dead).toMatchObject([{ Body: '{"not": "a job"}' }])
    expect(dead[0]?.MessageAttributes?.reason?.StringValue).toContain('holds no job')
  }, 60_000)

  test('that fails again and again ends there as well', async () => {
    github.connect(null)
    const number = await mergePostmortem(story, 'prices')
    const poison = JSON.stringify(jobFor('service-1', 1))
    github.fault({ match: { path: '/repos/acme/service-1/pulls/1/files' }, kind: '401', times: Infinity })
    await lambda.send('service-1', poison)
    await lambda.send(github.repo, JSON.stringify(jobFor(github.repo, number)))
    await everythingIsDone()
    await expectFiledOnce(github.repo, number, 'prices')
    expect(await lambda.takeDead()).toMatchObject([{ Body: poison }])
  }, 60_000)
})

test('the weekly schedule writes one comment for each postmortem, however often it runs', async () => {
  const number = await mergePostmortem(story, 'reports')
  await everythingIsDone()
  await expectFiledOnce(github.repo, number, 'reports')
  await lambda.rollUp()
  await lambda.rollUp()
  await everythingIsDone()
  expect(await ownComments(github, github.repo, number)).toBe(2)
}, 60_000)

test('a delivery that failed while nobody listened is found and delivered again', async () => {
  github.connect('http://127.0.0.1:9/nobody')
  const number = await mergePostmortem(story, 'backups')
  await github.settled()
  github.connect(lambda.webhookUrl())
  await lambda.redeliver()
  await everythingIsDone()
  await expectFiledOnce(github.repo, number, 'backups')
}, 60_000)

test('no secret is in the logs of all these stories', () => {
  const log = lambda.log()
  expect(log).toContain('Job finished')
  expect(log).not.toContain(github.webhookSecret)
  expect(log).not.toContain('PRIVATE KEY')
  expect(log).not.toMatch(/gh[sp]_\w+|eyJ[\w-]+\./)
})

const jobFor = (repo: string, pullRequest: number): Job => ({
  installationId: github.installationId,
  repository: { owner: github.owner, repo },
  look: { kind: 'pull-request', number: pullRequest },
  delivery: 'test',
})
