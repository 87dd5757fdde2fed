/* eslint jest/expect-expect: ['warn', { assertFunctionNames: ['expect*'] }] */
import { describe, expect, test } from '@jest/globals'
import type { Job } from '../../src/jobs/job.ts'
import { createStory } from '../../src/local-github/story.ts'
import { openLambda } from './lambda.ts'
import { tellStories } from './shared.ts'
import { mergePostmortem } from './stories.ts'

const { github, app, story, everythingIsDone, expectFiledOnce, crashAt } = tellStories(openLambda)

test('a worker killed in the middle of a batch: what was done stays done, the rest comes again', async () => {
  github().connect(null)
  const merged: [string, number][] = []
  for (const repo of [github().repo, 'service-1', 'service-2'])
    merged.push([repo, await mergePostmortem(createStory(github(), 'maya', repo), 'mail')])
  await app().crash()
  // Together in the queue before anybody looks: one batch.
  for (const [repo, number] of merged) await app().send(repo, JSON.stringify(jobFor(repo, number)))
  const crashed = crashAt({ nth: 3, kind: 'drop-before' })
  await app().start()
  await crashed

  await app().start()
  await everythingIsDone()
  for (const [repo, number] of merged) await expectFiledOnce(repo, number, 'mail')
}, 60_000)
describe('a poison message', () => {
  test('that holds no job goes to the dead-letter queue, and its neighbours succeed', async () => {
    github().connect(null)
    const number = await mergePostmortem(story(), 'stock')
    await app().send('poison', '{"not": "a job"}')
    await app().send(github().repo, JSON.stringify(jobFor(github().repo, number)))
    await everythingIsDone()
    await expectFiledOnce(github().repo, number, 'stock')
    const dead = await app().takeDead()
    expect(dead).toMatchObject([{ Body: '{"not": "a job"}' }])
    expect(dead[0]?.MessageAttributes?.reason?.StringValue).toContain('holds no job')
  }, 60_000)

  test('that fails again and again ends there as well', async () => {
    github().connect(null)
    const number = await mergePostmortem(story(), 'prices')
    const poison = JSON.stringify(jobFor('service-1', 1))
    github().fault({ match: { path: '/repos/acme/service-1/pulls/1/files' }, kind: '401', times: Infinity })
    await app().send('service-1', poison)
    await app().send(github().repo, JSON.stringify(jobFor(github().repo, number)))
    await everythingIsDone()
    await expectFiledOnce(github().repo, number, 'prices')
    expect(await app().takeDead()).toMatchObject([{ Body: poison }])
  }, 60_000)
})

test('no secret is in the logs of all these stories', () => {
  const log = app().log()
  expect(log).toContain('Job finished')
  expect(log).not.toContain(github().webhookSecret)
  expect(log).not.toContain('PRIVATE KEY')
  expect(log).not.toMatch(/gh[sp]_\w+|eyJ[\w-]+\./)
})

const jobFor = (repo: string, pullRequest: number): Job => ({
  installationId: github().installationId,
  repository: { owner: github().owner, repo },
  look: { kind: 'pull-request', number: pullRequest },
  delivery: 'test',
})
