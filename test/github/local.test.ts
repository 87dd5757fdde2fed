import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Probot } from 'probot'
import { connectApp } from '../../src/github/app.ts'
import { createFetch } from '../../src/github/fetch.ts'
import { createOctokitClass } from '../../src/github/octokit.ts'
import type { GitHub } from '../../src/jobs/ports.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'

const SHOP = { owner: 'acme', repo: 'shop' }
const PATH = 'docs/postmortems/outage.md'

let local: LocalGitHub
let story: Story
let github: GitHub

beforeAll(async () => {
  local = await startLocalGitHub()
  story = createStory(local)
})
afterAll(() => local.close())

/** The port as the server builds it, over a real connection. */
const connect = async (timeoutMs?: number): Promise<GitHub> => {
  const probot = new Probot({
    appId: local.appId,
    privateKey: local.privateKey,
    secret: local.webhookSecret,
    baseUrl: local.apiUrl,
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
    request: { fetch: createFetch(timeoutMs) },
    logLevel: 'fatal',
  })
  return (await connectApp(probot)).installation(local.installationId)
}

beforeEach(async () => {
  await local.reset()
  github = await connect()
})

const brought = async (files: Record<string, string>): Promise<number> => {
  const { number } = await story.openPullRequest({ files, title: 'Postmortem' })
  await story.merge(number)
  local.clearRequests()
  return number
}

const requests = (): string[] => local.requests().map(String)

describe('a snapshot', () => {
  test('reads files and their pull request in one request', async () => {
    const number = await brought({ [PATH]: '# Outage\n', '.github/followthrough.yml': 'dashboard: false\n' })
    const snapshot = await github.snapshot(SHOP, [PATH, 'gone.md'])
    expect(requests().filter((request) => !request.includes('access_tokens'))).toEqual(['POST /graphql'])
    expect(snapshot).toMatchObject({
      name: SHOP,
      defaultBranch: 'main',
      config: { repository: 'dashboard: false\n', owner: null },
    })
    expect(snapshot.files.get(PATH)).toMatchObject({
      kind: 'text',
      text: '# Outage\n',
      history: { broughtBy: number },
    })
    expect(snapshot.files.get('gone.md')).toEqual({ kind: 'absent' })
  })

  test.each([
    'postmortems/C# and "quotes" %41?.md',
    'postmortems/a:b^{tree}@{1}.md',
    'postmortems/停電 報告.md',
  ])('reads the path %s', async (path) => {
    const number = await brought({ [path]: '# Outage\n' })
    const { files } = await github.snapshot(SHOP, [path])
    expect(files.get(path)).toMatchObject({ text: '# Outage\n', history: { broughtBy: number } })
  })

  test('reads a text over 512,000 bytes whole', async () => {
    const text = `# Outage\n${'Ürsache. '.repeat(60_000)}`
    await story.commitFile(PATH, text)
    const { files } = await github.snapshot(SHOP, [PATH])
    expect(files.get(PATH)).toMatchObject({ kind: 'text', text, history: { broughtBy: null } })
  })

  test('reads no file over a megabyte and no binary one', async () => {
    await story.commitFile(PATH, 'x'.repeat(1_000_001))
    await story.commitFile('binary.md', Buffer.from([0, 1, 2, 0]))
    const { files } = await github.snapshot(SHOP, [PATH, 'binary.md'])
    expect(files.get(PATH)).toMatchObject({ kind: 'too-large', byteSize: 1_000_001 })
    expect(files.get('binary.md')).toMatchObject({ kind: 'binary' })
  })
})

describe('an issue', () => {
  const issue = {
    title: 'Alert on lag',
    body: 'Body',
    labels: ['postmortem'],
    assignees: ['maya', 'nobody-here'],
  }

  test('is opened without those who cannot be assigned', async () => {
    expect(await github.createIssue(SHOP, issue)).toMatchObject({
      assignees: ['maya'],
      labels: ['postmortem'],
    })
    expect(await story.listIssues()).toHaveLength(1)
  })

  test('is opened once, although the connection breaks after it was', async () => {
    local.fault({ match: { method: 'POST', path: /\/issues$/ }, kind: 'drop-after' })
    await expect(github.createIssue(SHOP, { ...issue, assignees: [] })).rejects.toMatchObject({
      name: 'RetryableError',
    })
    expect(await story.listIssues()).toHaveLength(1)
    expect(await github.ownIssues(SHOP)).toEqual([expect.objectContaining({ title: 'Alert on lag' })])
  })

  test('of someone else is not among our own', async () => {
    await story.openIssue({ title: 'Forged' })
    expect(await github.ownIssues(SHOP)).toEqual([])
  })

  test('that was closed is looked up with its reason', async () => {
    const { number } = await story.openIssue({ title: 'Old bug' })
    await story.closeIssue(number, 'not_planned')
    expect(
      await github.issues([
        { ...SHOP, number },
        { ...SHOP, number: 999 },
      ]),
    ).toEqual([
      expect.objectContaining({
        kind: 'found',
        repository: SHOP,
        issue: expect.objectContaining({ number, state: 'closed', stateReason: 'not_planned' }),
      }),
      { kind: 'missing' },
    ])
  })
})

test('a server that hangs is given up, and the read is tried again', async () => {
  const impatient = await connect(2000)
  local.fault({ match: { method: 'GET', path: /\/labels$/ }, kind: 'hang' })
  expect(await impatient.labels(SHOP)).toEqual(expect.any(Array))
})

test('a write that has to get a token first does not wait for itself', async () => {
  local.clearRequests()
  await github.createLabel(SHOP, { name: 'postmortem', color: '5319e7', description: 'Follow-up work' })
  expect(requests()).toEqual(['POST /app/installations/2002/access_tokens', 'POST /repos/acme/shop/labels'])
})
