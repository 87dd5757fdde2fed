/* eslint jest/expect-expect: ['warn', { assertFunctionNames: ['expect*'] }] */
import { expect, test } from '@jest/globals'
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
  const crashed = crashAt({ nth: 3, kind: 'drop-before' })
  await app().send(...merged.map(([repo, number]) => jobFor(repo, number)))
  await crashed

  await app().start()
  await everythingIsDone()
  for (const [repo, number] of merged) await expectFiledOnce(repo, number, 'mail')
}, 60_000)

test('poison messages go to the dead-letter queue, and their neighbours succeed', async () => {
  github().connect(null)
  const number = await mergePostmortem(story(), 'stock')
  const noJob = { group: 'poison', body: '{"not": "a job"}' }
  const other = createStory(github(), 'maya', 'service-1')
  const failing = jobFor('service-1', await mergePostmortem(other, 'prices'))
  const match = { method: 'POST', path: '/repos/acme/service-1/issues' }
  github().fault({ match, kind: '502-before', times: Infinity })
  await app().send(noJob, failing, jobFor(github().repo, number))
  await everythingIsDone()

  await expectFiledOnce(github().repo, number, 'stock')
  const dead = await app().takeDead()
  // The worker says of the one why it is hopeless; SQS takes away the other, which fails again and again.
  expect(dead.map(({ Body: body }) => body)).toEqual([noJob.body, failing.body])
  expect(dead[0]?.MessageAttributes?.reason?.StringValue).toContain('holds no job')
}, 60_000)

test.each<[string, number, RequestInit]>([
  ['an unsigned webhook', 401, { method: 'POST', headers: { 'x-hub-signature-256': '' } }],
  ['a webhook that somebody else signed', 401, { method: 'POST', body: '{"action": "closed"}' }],
  ['an empty body', 400, { method: 'POST', body: '' }],
  ['a form', 415, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['another method', 405, { method: 'PUT' }],
])('%s is refused at the endpoint: %i', async (_, status, { headers, ...request }) => {
  const merge = github().deliveries.find(
    ({ event, action }) => event === 'pull_request' && action === 'closed',
  )
  const answer = await fetch(app().webhookUrl(), {
    body: merge?.body ?? '',
    ...request,
    headers: { ...merge?.headers, ...(headers as Record<string, string>) },
  })
  expect(answer.status).toBe(status)
})

test('the log of all these stories tells of each job where it came from and how long it took, and no secret', () => {
  const log = app().log()
  const jobs = log
    .split('\n')
    .filter((line) => line.includes('"Job finished"'))
    .map((line): unknown => JSON.parse(line))
  expect(jobs.length).toBeGreaterThan(0)
  for (const job of jobs)
    expect(job).toMatchObject({
      delivery: expect.any(String),
      installation: github().installationId,
      repository: expect.stringMatching(/^acme\//),
      look: { kind: expect.any(String) },
      durationMs: expect.any(Number),
    })
  expect(log).toContain('"IssuesOpened"')
  expect(log).not.toContain(github().webhookSecret)
  expect(log).not.toContain('PRIVATE KEY')
  expect(log).not.toMatch(/gh[sp]_\w+|eyJ[\w-]+\./)
})

const jobFor = (repo: string, pullRequest: number): { group: string; body: string } => ({
  group: repo,
  body: JSON.stringify({
    installationId: github().installationId,
    repository: { owner: github().owner, repo },
    look: { kind: 'pull-request', number: pullRequest },
    delivery: 'test',
  } satisfies Job),
})
