import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import type { Deployment } from '../deployments/deployment.ts'
import { openServer } from '../deployments/server.ts'
import { mergeFiles } from '../stage.ts'

const SECRET = 'kept-between-github-and-the-app'
const POSTMORTEM = '# Outage\n\n## Action items\n\n- Replace the fuse\n'

let github: LocalGitHub
let story: Story
let server: Deployment

beforeAll(async () => {
  github = await startLocalGitHub({ webhookSecret: SECRET })
  story = createStory(github)
  server = await openServer(github, { LOG_LEVEL: 'trace' })
  github.connect(server.webhookUrl())
}, 30_000)
afterAll(async () => {
  await server.close()
  await github.close()
})

const everythingIsDone = async (): Promise<void> => {
  await github.settled()
  await server.drained()
}

const signature = (body: string, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

describe('a webhook that GitHub did not sign', () => {
  const body = JSON.stringify({ action: 'closed', installation: { id: 2002 }, text: 'of whoever sent it' })
  const oldSignature = `sha1=${createHmac('sha1', SECRET).update(body).digest('hex')}`

  test.each<[string, Record<string, string | undefined>]>([
    ['without a signature', { 'x-hub-signature-256': undefined }],
    ['signed with another secret', { 'x-hub-signature-256': signature(body, 'guessed') }],
    ['with the signature of another body', { 'x-hub-signature-256': signature(`${body} `) }],
    ['with an empty signature', { 'x-hub-signature-256': 'sha256=' }],
    [
      'with the old kind of signature only',
      { 'x-hub-signature-256': undefined, 'x-hub-signature': oldSignature },
    ],
    ['without an event', { 'x-github-event': undefined }],
    ['without a delivery id', { 'x-github-delivery': undefined }],
  ])('%s does nothing, and what it says is not logged', async (_, changes) => {
    const headers = {
      'content-type': 'application/json',
      'x-github-event': 'pull_request',
      'x-github-delivery': 'forged',
      'x-hub-signature-256': signature(body),
      ...changes,
    }
    const sent = Object.entries<string | undefined>(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    )
    github.clearRequests()
    const { status } = await fetch(server.webhookUrl(), { method: 'POST', headers: sent, body })
    await everythingIsDone()
    expect(status).toBe(400)
    expect(github.requests().map(String)).toEqual([])
    expect(server.log()).not.toContain('of whoever sent it')
  })
})

test.each<[string, Record<string, string | number>, number]>([
  ['announces more than GitHub ever sends', { 'content-length': 26 * 1024 * 1024 }, 413],
  ['does not announce its length', { 'transfer-encoding': 'chunked' }, 411],
])('a webhook that %s is refused before it is read', async (_, length, status) => {
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-github-delivery': 'endless',
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
    ...length,
  }
  const sending = request(server.webhookUrl(), { method: 'POST', headers })
  sending.write('{"')
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  sending.destroy()
  expect(response.statusCode).toBe(status)
  // The log comes by a pipe.
  while (!server.log().includes(`"status":${status},"msg":"Request refused: `)) await sleep(10)
})

test('webhooks that somebody recorded and sends again change nothing', async () => {
  const pull = await mergeFiles(story, { 'postmortems/replayed.md': POSTMORTEM })
  await everythingIsDone()
  const issues = await story.listIssues()
  const comments = await story.listComments(pull)
  expect(issues.map(({ title }) => title)).toContain('Replace the fuse')

  for (const { headers, body } of [...github.deliveries])
    expect((await fetch(server.webhookUrl(), { method: 'POST', headers, body })).status).toBe(200)
  await everythingIsDone()
  expect(await story.listIssues()).toEqual(issues)
  expect(await story.listComments(pull)).toEqual(comments)
}, 30_000)
