/* eslint jest/no-export: 'off', jest/expect-expect: ['warn', { assertFunctionNames: ['expect*'] }] */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { FaultRule } from '../../src/local-github/faults.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import type { Deployment } from './deployment.ts'
import { itemsIn, itemsOf, mergePostmortem, ownComments, sendAll, shuffled } from './stories.ts'

/** `npm run story` tells the whole story; the test suite a shorter one. */
const REPOSITORIES = Number(process.env.STORY_REPOSITORIES ?? 4)
const others = Array.from({ length: REPOSITORIES - 1 }, (_, index) => ({ name: `service-${index + 1}` }))

/** What further stories of one deployment need. */
export interface Scene<App> {
  github: () => LocalGitHub
  app: () => App
  story: () => Story
  everythingIsDone: () => Promise<void>
  /** That a postmortem has each of its issues once, and one comment on its pull request. */
  expectFiledOnce: (repo: string, number: number, name: string) => Promise<void>
  /** Kills the app when it opens an issue; settles when it is dead. */
  crashAt: (fault: Pick<FaultRule, 'nth' | 'kind'>) => Promise<void>
}

/**
 * Tells what holds however the app is deployed. Each story has postmortems of its own and goes on from where the one
 * before ended.
 */
export const tellStories = <App extends Deployment>(
  open: (github: LocalGitHub) => Promise<App>,
): Scene<App> => {
  let github: LocalGitHub
  let app: App
  let story: Story

  beforeAll(async () => {
    github = await startLocalGitHub({ repositories: others })
    app = await open(github)
    story = createStory(github)
  }, 60_000)

  beforeEach(() => {
    github.clearFaults()
    github.connect(app.webhookUrl())
  })

  afterAll(async () => {
    await app.close()
    await github.close()
  }, 60_000)

  const everythingIsDone = async (): Promise<void> => {
    await github.settled()
    await app.drained()
    await github.settled()
    await app.drained()
  }

  const expectFiledOnce = async (repo: string, number: number, name: string): Promise<void> => {
    expect([repo, await itemsIn(github, repo, [name])]).toEqual([repo, itemsOf([name])])
    expect(await ownComments(github, repo, number)).toBe(1)
  }

  const crashAt = (fault: Pick<FaultRule, 'nth' | 'kind'>): Promise<void> =>
    new Promise((resolve) => {
      github.fault({
        match: { method: 'POST', path: /\/issues$/ },
        ...fault,
        onStrike: () => {
          void app.crash().then(resolve)
        },
      })
    })

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
    github.connect(app.webhookUrl())

    const statuses = await sendAll(app.webhookUrl(), burst, 10)
    expect(new Set(statuses)).toEqual(new Set([app.accepted]))
    await everythingIsDone()
    for (const [repo, number, name] of merged) await expectFiledOnce(repo, number, name)
  }, 300_000)

  test('killed in the middle of a sync, the app comes back to it and files nothing twice', async () => {
    const crashed = crashAt({ nth: 2, kind: 'drop-after' })
    const number = await mergePostmortem(story, 'login')
    await crashed
    expect(await itemsIn(github, github.repo, ['login'])).toEqual(itemsOf(['login']))
    expect(await ownComments(github, github.repo, number)).toBe(0)

    await app.start()
    await everythingIsDone()
    await expectFiledOnce(github.repo, number, 'login')
  }, 60_000)

  test('the weekly schedule writes one comment for each postmortem, however often it runs', async () => {
    const number = await mergePostmortem(story, 'reports')
    await everythingIsDone()
    await expectFiledOnce(github.repo, number, 'reports')
    await app.rollUp()
    await app.rollUp()
    await everythingIsDone()
    expect(await ownComments(github, github.repo, number)).toBe(2)
  }, 60_000)

  test('a delivery that failed while nobody listened is found and delivered again', async () => {
    github.connect('http://127.0.0.1:9/nobody')
    const number = await mergePostmortem(story, 'backups')
    await github.settled()
    github.connect(app.webhookUrl())
    await app.redeliver()
    await everythingIsDone()
    await expectFiledOnce(github.repo, number, 'backups')
  }, 60_000)

  return {
    github: () => github,
    app: () => app,
    story: () => story,
    everythingIsDone,
    expectFiledOnce,
    crashAt,
  }
}
