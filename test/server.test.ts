import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { startLocalGitHub, type LocalGitHub } from '../src/local-github/server.ts'
import { createStory } from '../src/local-github/story.ts'
import { freePort } from '../src/server/free-port.ts'

const POSTMORTEM = `# Double bookings

## Action items

- Reject a second booking for the same berth
- Alert on replication lag
`

let github: LocalGitHub
let running: ChildProcess | undefined

beforeAll(async () => {
  github = await startLocalGitHub()
})
afterAll(() => github.close())
beforeEach(() => github.reset())
afterEach(() => {
  running?.kill('SIGKILL')
})

interface ServerProcess {
  process: ChildProcess
  /** Waits for a line of the log that holds this text; null where the process ends without one. */
  line: (text: string) => Promise<string | null>
  /** Everything on standard error. */
  errors: () => string
}

/** Runs `npm start` with the credentials of the local GitHub's app. */
const startProcess = (env: Record<string, string> = {}): ServerProcess => {
  const started = spawn(process.execPath, ['src/server.ts'], {
    env: {
      APP_ID: String(github.appId),
      PRIVATE_KEY: github.privateKey,
      WEBHOOK_SECRET: github.webhookSecret,
      GITHUB_API_URL: github.apiUrl,
      PORT: '0',
      // Not on the day that the tests happen to run.
      ROLLUP_SCHEDULE: '0 9 29 2 *',
      LOG_FORMAT: 'json',
      ...env,
    },
  })
  running = started
  let log = ''
  started.stdout.on('data', (data: Buffer) => (log += data.toString()))
  let errors = ''
  started.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  return {
    process: started,
    errors: () => errors,
    async line(text) {
      for (;;) {
        const found = log.split('\n').find((line) => line.includes(text))
        if (found !== undefined) return found
        if (started.stdout.readableEnded) return null
        await Promise.race([once(started.stdout, 'data'), once(started.stdout, 'end')])
      }
    },
  }
}

const addressOf = (line: string | null): string => /http:[^"\s]+/.exec(line ?? '')?.[0] ?? ''

test('a merged postmortem is worked off to the end although the server is told to stop', async () => {
  const server = startProcess()
  github.connect(addressOf(await server.line('receives webhooks at')))
  const story = createStory(github)
  const { number } = await story.openPullRequest({
    files: { 'docs/postmortems/berths.md': POSTMORTEM },
    title: 'Postmortem',
  })
  await story.merge(number)
  await github.settled()

  server.process.kill('SIGTERM')
  expect(await once(server.process, 'exit')).toEqual([0, null])
  const issues = await story.listIssues()
  expect(issues.filter(({ labels }) => labels.some(({ name }) => name === 'action-item'))).toHaveLength(2)
  expect(await story.listComments(number)).toHaveLength(1)
}, 30_000)

test('the health check answers, and a webhook that is signed wrongly does nothing', async () => {
  const server = startProcess()
  const webhookUrl = addressOf(await server.line('receives webhooks at'))
  expect((await fetch(new URL('/healthz', webhookUrl))).status).toBe(200)

  const body = JSON.stringify({ secret: 'of whoever sent it' })
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-github-delivery': 'forged',
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
  }
  expect((await fetch(webhookUrl, { method: 'POST', headers, body })).status).toBe(400)
  const complaint = await server.line('signature')
  expect(complaint).not.toContain('of whoever sent it')
  // The server itself asks for lost deliveries when it starts; the forged one touches no repository.
  expect(github.requests().filter(({ path }) => path.startsWith('/repos/'))).toEqual([])
}, 30_000)

test.each<[string, Record<string, string>, string]>([
  ['on an empty webhook secret', { WEBHOOK_SECRET: '' }, 'WEBHOOK_SECRET is empty'],
  ['where GitHub does not know the app', { APP_ID: '999' }, 'GET /app: 40'],
])(
  'the server does not start %s, and says so',
  async (_, env, message) => {
    const server = startProcess(env)
    expect(await once(server.process, 'exit')).toEqual([1, null])
    expect(server.errors()).toContain(message)
    expect(server.errors()).not.toContain(github.webhookSecret)
  },
  30_000,
)

test('without credentials, a page helps to register the app', async () => {
  const port = await freePort('127.0.0.1')
  const server = startProcess({ APP_ID: '', PRIVATE_KEY: '', WEBHOOK_SECRET: '', PORT: String(port) })
  await server.line('Listening')
  const page = await fetch(`http://localhost:${port}/probot`)
  expect(await page.text()).toContain('Register GitHub App')
}, 30_000)
