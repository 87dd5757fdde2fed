import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { pino } from 'pino'
import { createOctokitClass } from '../../src/github/octokit.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import { startServer, type RunningServer } from '../../src/server/start.ts'
import { mergeFiles } from '../stage.ts'

// A whole server on a busy machine takes its time.
jest.setTimeout(30_000)

const POSTMORTEM = `# Checkout outage

## Action items

- Add an alert on the error rate (due 2026-03-15)
- Write a runbook (due 2026-03-23)
`

let time = '2026-03-02T10:00:00Z'
const now = (): Date => new Date(time)
let github: LocalGitHub
let server: RunningServer

beforeEach(async () => {
  github = await startLocalGitHub({ now })
  server = await startServer({
    ...github,
    host: '127.0.0.1',
    port: 0,
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
    extractor: { extract: (markdown, options) => Promise.resolve(extractPostmortem(markdown, options)) },
    clock: { now, timeZone: 'Pacific/Auckland' },
    log: pino({ level: 'silent' }),
  })
  github.connect(server.webhookUrl)
})
afterEach(async () => {
  await server.close()
  await github.close()
})

test('days and weeks begin where the team is: Monday morning in Auckland is Sunday evening in UTC', async () => {
  const story = createStory(github)
  const pull = await mergeFiles(story, { 'postmortems/outage.md': POSTMORTEM })
  time = '2026-03-02T10:30:00Z'
  const settle = async (): Promise<void> => {
    await github.settled()
    await server.idle()
  }
  await settle()
  time = '2026-03-15T20:00:00Z'
  await server.rollUp()
  await settle()
  const [, note] = await story.listComments(pull)
  expect(note?.body).toContain('### Week 12: 0 of 2 done · 1 overdue')
  expect(note?.body).toContain('Add an alert on the error rate: 1 day late')
  expect(note?.body).toContain('Write a runbook: Monday 23 March')
})
