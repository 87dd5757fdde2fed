import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Webhooks } from '@octokit/webhooks'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'

let github: LocalGitHub
let story: Story
let app: Server
let received: { id: string; event: string; verified: boolean }[]
let status = 202

beforeAll(async () => {
  const webhooks = new Webhooks({ secret: 'top-secret' })
  app = createServer((request, response) => {
    void text(request).then(async (body) => {
      const {
        'x-github-delivery': id,
        'x-github-event': event,
        'x-hub-signature-256': signature,
      } = request.headers
      const verified = await webhooks.verify(body, String(signature))
      received.push({ id: String(id), event: String(event), verified })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  github = await startLocalGitHub({
    webhookSecret: 'top-secret',
    webhookUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/github/webhooks`,
    repositories: [{ name: 'tools' }],
  })
  story = createStory(github)
})
beforeEach(async () => {
  await github.reset()
  received = []
  status = 202
})
afterAll(async () => {
  await github.close()
  app.close()
})

const announced = (): string[] =>
  github.deliveries.map(({ event, action }) => (action === null ? event : `${event}.${action}`))
const last = () => github.deliveries.at(-1)?.payload

describe('deliveries', () => {
  test('are signed, and carry unique ids', async () => {
    const { number } = await story.openIssue({ title: 'A', labels: ['bug'] })
    await story.closeIssue(number)
    await github.settled()

    expect(received.map(({ event, verified }) => ({ event, verified }))).toEqual(
      Array.from({ length: 3 }, () => ({ event: 'issues', verified: true })),
    )
    expect(new Set(received.map(({ id }) => id)).size).toBe(3)
    expect(received[0]?.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  test('are repeated with the same id and body, by test or by API', async () => {
    status = 500
    await story.openIssue({ title: 'A' })
    await github.settled()
    const jwt = await appToken()
    const list = await fetch(`${github.apiUrl}/app/hook/deliveries`, {
      headers: { authorization: `Bearer ${jwt}` },
    })
    const [failed] = (await list.json()) as { id: number; guid: string; status_code: number }[]
    status = 202

    await fetch(`${github.apiUrl}/app/hook/deliveries/${failed?.id ?? 0}/attempts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${jwt}` },
    })
    await github.settled()

    expect(failed).toMatchObject({ guid: received[0]?.id, status_code: 500 })
    expect(received).toHaveLength(2)
    expect(received[1]?.id).toBe(received[0]?.id)
    expect(github.deliveries[0]?.answers).toEqual([500, 202])
  })

  const appToken = async (): Promise<string> => {
    const { createAppAuth } = await import('@octokit/auth-app')
    return (await createAppAuth({ appId: github.appId, privateKey: github.privateKey })({ type: 'app' }))
      .token
  }

  test('name the repository, the sender and the installation', async () => {
    await story.openIssue({ title: 'A' }, 'jonas')

    expect(last()).toMatchObject({
      action: 'opened',
      issue: { number: 1, title: 'A' },
      repository: { full_name: 'acme/shop', default_branch: 'main' },
      sender: { login: 'jonas', type: 'User' },
      installation: { id: github.installationId },
    })
  })

  test('what the app does comes back from its bot', async () => {
    await github.as(github.botLogin, 'POST /repos/acme/shop/issues', { title: 'A' })

    expect(last()).toMatchObject({ sender: { login: 'followthrough[bot]', type: 'Bot' } })
  })
})

describe('what happens to an issue', () => {
  const cases: [string, (number: number) => Promise<unknown>, string[], object][] = [
    [
      'closed',
      (n) => story.closeIssue(n, 'not_planned'),
      ['closed'],
      { issue: { state_reason: 'not_planned' } },
    ],
    [
      'retitled',
      (n) => story.retitle(n, 'B'),
      ['edited'],
      { changes: { title: { from: 'A' } }, issue: { title: 'B' } },
    ],
    ['rewritten', (n) => story.rewrite(n, 'new'), ['edited'], { changes: { body: { from: 'old' } } }],
    ['labelled', (n) => story.label(n, 'x', 'y'), ['labeled', 'labeled'], { label: { name: 'y' } }],
    ['unlabelled', (n) => story.unlabel(n, 'bug'), ['unlabeled'], { label: { name: 'bug' } }],
    ['assigned', (n) => story.assign(n, 'jonas'), ['assigned'], { assignee: { login: 'jonas' } }],
    ['unassigned', (n) => story.unassign(n, 'maya'), ['unassigned'], { assignee: { login: 'maya' } }],
    ['deleted', (n) => story.deleteIssue(n), ['deleted'], { issue: { number: 1 } }],
    ['saved without a change', (n) => story.retitle(n, 'A'), [], {}],
  ]

  test.each(cases)('%s', async (_, act, actions, payload) => {
    const { number } = await story.openIssue({
      title: 'A',
      body: 'old',
      labels: ['bug'],
      assignees: ['maya'],
    })
    github.deliveries.length = 0

    await act(number)

    expect(announced()).toEqual(actions.map((action) => `issues.${action}`))
    expect(last() ?? {}).toMatchObject(payload)
  })

  test('reopened', async () => {
    const { number } = await story.openIssue({ title: 'A' })
    await story.closeIssue(number)
    await story.reopen(number)

    expect(announced()).toEqual(['issues.opened', 'issues.closed', 'issues.reopened'])
  })

  test('transferred: both repositories hear of it', async () => {
    const { number } = await story.openIssue({ title: 'A' })
    await story.transferIssue(number, 'tools')

    expect(announced()).toEqual(['issues.opened', 'issues.transferred', 'issues.opened'])
    expect(github.deliveries[1]?.payload).toMatchObject({
      changes: { new_issue: { number: 1 }, new_repository: { full_name: 'acme/tools' } },
      repository: { full_name: 'acme/shop' },
    })
    expect(last()).toMatchObject({ repository: { full_name: 'acme/tools' } })
  })

  test('commented: created, edited, deleted', async () => {
    const { number } = await story.openIssue({ title: 'A' })
    const { id } = await story.comment(number, 'one')
    await github.as('maya', `PATCH /repos/acme/shop/issues/comments/${id}`, { body: 'two' })
    expect(last()).toMatchObject({
      changes: { body: { from: 'one' } },
      comment: { body: 'two' },
      issue: { number },
    })
    await github.as('maya', `DELETE /repos/acme/shop/issues/comments/${id}`)

    expect(announced()).toEqual([
      'issues.opened',
      'issue_comment.created',
      'issue_comment.edited',
      'issue_comment.deleted',
    ])
  })
})

describe('what happens to branches and pull requests', () => {
  test('a push names its commits and files', async () => {
    const before = await story.push({ 'a.md': 'a', 'b.md': 'b' }, 'Add two')
    const after = await story.push({ 'a.md': 'A', 'b.md': null, 'c.md': 'b' }, 'Change, rename')

    expect(last()).toMatchObject({
      ref: 'refs/heads/main',
      before,
      after,
      created: false,
      pusher: { name: 'maya' },
      commits: [
        { id: after, message: 'Change, rename', added: ['c.md'], removed: ['b.md'], modified: ['a.md'] },
      ],
      head_commit: { id: after },
    })
  })

  test('a pull request is opened, pushed to, and merged with a push to the base branch', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add', branch: 'add' })
    const head = await story.push({ 'a.md': 'b' }, 'Better', 'add')
    const merged = await story.merge(number)

    expect(announced()).toEqual([
      'push',
      'pull_request.opened',
      'push',
      'pull_request.synchronize',
      'push',
      'pull_request.closed',
    ])
    expect(github.deliveries[3]?.payload).toMatchObject({
      number,
      after: head,
      pull_request: { head: { sha: head } },
    })
    expect(github.deliveries[4]?.payload).toMatchObject({
      ref: 'refs/heads/main',
      after: merged.merge_commit_sha,
    })
    expect(last()).toMatchObject({
      number,
      pull_request: {
        merged: true,
        merge_commit_sha: merged.merge_commit_sha,
        base: { ref: 'main' },
        head: { sha: head },
      },
    })
  })

  test('a pull request closed without merging says so', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add' })
    await story.closeIssue(number)

    expect(announced().at(-1)).toBe('pull_request.closed')
    expect(last()).toMatchObject({ pull_request: { merged: false, state: 'closed' } })
  })

  test('a pull request from a fork: the app hears of it, not of the pushes to the fork', async () => {
    const { number } = await story.openPullRequest({
      files: { 'a.md': 'a' },
      title: 'From outside',
      author: 'stranger',
      branch: 'outside',
      fork: true,
    })
    await story.pushToFork('outside', { 'b.md': 'b' }, 'stranger')

    expect(announced()).toEqual(['pull_request.opened', 'pull_request.synchronize'])
    expect(last()).toMatchObject({
      number,
      repository: { full_name: 'acme/shop' },
      pull_request: {
        head: { label: 'stranger:outside', repo: { full_name: 'stranger/shop', fork: true } },
        changed_files: 2,
      },
    })
    const { head } = await story.merge(number)
    expect(await story.readFile('b.md')).toBe('b')
    expect((await github.as('maya', `GET /repos/acme/shop/commits/${head.sha}/pulls`)).body).toMatchObject([
      { number },
    ])
  })

  test('a draft becomes ready, and gets another base', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add' })
    await story.changePullRequest(number, { draft: true })
    await story.changePullRequest(number, { draft: false })
    await story.changePullRequest(number, { base: 'release' })

    expect(announced().slice(2)).toEqual([
      'pull_request.converted_to_draft',
      'pull_request.ready_for_review',
      'pull_request.edited',
    ])
    expect(last()).toMatchObject({
      changes: { base: { ref: { from: 'main' } } },
      pull_request: { base: { ref: 'release' } },
    })
  })

  test('a check run is asked for again', async () => {
    const { head } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add' })
    const run = await github.as(github.botLogin, 'POST /repos/acme/shop/check-runs', {
      name: 'check',
      head_sha: head.sha,
    })
    await story.rerunCheck((run.body as { id: number }).id)

    expect(announced().at(-1)).toBe('check_run.rerequested')
    expect(last()).toMatchObject({
      check_run: { name: 'check', head_sha: head.sha, app: { id: github.appId } },
    })
  })

  test('a labelled pull request is no issue', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add' })
    await story.label(number, 'x')

    expect(announced().at(-1)).toBe('pull_request.labeled')
  })
})
