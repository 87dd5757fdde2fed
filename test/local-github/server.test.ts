import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { request } from '@octokit/request'
import { Octokit } from '@octokit/rest'
import type { FaultKind } from '../../src/local-github/faults.ts'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'

let github: LocalGitHub
let story: Story
let octokit: Octokit

const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
const repository = { owner: 'acme', repo: 'shop' }

beforeAll(async () => {
  github = await startLocalGitHub({
    anyRequest: true,
    users: ['maya', { login: 'kim', permission: 'admin' }, { login: 'stranger', permission: 'none' }],
  })
  story = createStory(github)
})
beforeEach(async () => {
  await github.reset()
  octokit = new Octokit({ baseUrl: github.apiUrl, auth: await github.tokenFor(github.botLogin), log: silent })
})
afterAll(() => github.close())

describe('the record of requests', () => {
  test('keeps what came over the network, in order, with body and actor; not what people do in the story', async () => {
    await story.openIssue({ title: 'Not recorded' })
    await octokit.issues.create({ ...repository, title: 'Recorded' })
    await octokit.issues.listForRepo({ ...repository, state: 'all' })

    expect(github.requests()).toMatchObject([
      {
        method: 'POST',
        path: '/repos/acme/shop/issues',
        body: { title: 'Recorded' },
        actor: github.botLogin,
        status: 201,
      },
      { method: 'GET', path: '/repos/acme/shop/issues', query: { state: 'all' }, status: 200 },
    ])
    github.clearRequests()
    expect(github.requests()).toEqual([])
  })
})

describe('faults', () => {
  const create = (): Promise<unknown> =>
    octokit.issues.create({ ...repository, title: 'A', request: { signal: AbortSignal.timeout(200) } })
  const cases: [FaultKind, object, number][] = [
    ['502-before', { status: 502 }, 0],
    ['502-after', { status: 502 }, 1],
    ['500', { status: 500 }, 0],
    ['403-secondary', { status: 403, response: { headers: { 'retry-after': '7' } } }, 0],
    ['429', { status: 429, response: { headers: { 'retry-after': '7' } } }, 0],
    ['403-primary', { status: 403, response: { headers: { 'x-ratelimit-remaining': '0' } } }, 0],
    ['401', { status: 401 }, 0],
    ['404', { status: 404 }, 0],
    ['drop-before', { status: 500 }, 0],
    ['drop-after', { status: 500 }, 1],
    ['hang', { status: 500 }, 0],
  ]

  test.each(cases)('%s', async (kind, error, effects) => {
    github.fault({ match: { method: 'POST', path: /\/issues$/ }, kind, retryAfter: 7 })

    await expect(create()).rejects.toMatchObject(error)
    expect(await story.listIssues()).toHaveLength(effects)
    await create()
    expect(await story.listIssues()).toHaveLength(effects + 1)
  })

  test('strike the nth request, as often as asked', async () => {
    const struck: string[] = []
    github.fault({
      match: ({ method }) => method === 'POST',
      nth: 2,
      times: 2,
      kind: '500',
      onStrike: () => struck.push('!'),
    })

    const outcomes = await Promise.allSettled([create(), create(), create(), create()])

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(struck).toEqual(['!', '!'])
  })
})

describe('credentials', () => {
  const statusFor = async (token: string, path = '/repos/acme/shop'): Promise<number> =>
    (await fetch(`${github.apiUrl}${path}`, { headers: { authorization: `Bearer ${token}` } })).status

  test.each(['unknown', 'eyJhbGciOiJub25lIn0.e30.'])('"%s" is refused', async (token) => {
    expect(await statusFor(token)).toBe(401)
    expect(await statusFor(token, '/graphql')).toBe(401)
  })

  test('an installation token works until it is revoked', async () => {
    const { createAppAuth } = await import('@octokit/auth-app')
    const auth = createAppAuth({
      appId: github.appId,
      privateKey: github.privateKey,
      request: request.defaults({ baseUrl: github.apiUrl }),
    })
    const { token } = await auth({ type: 'installation', installationId: github.installationId })
    expect(await statusFor(token)).toBe(200)

    github.revokeInstallationTokens()

    expect(await statusFor(token)).toBe(401)
  })

  test('a missing permission and a hidden repository are refused differently', async () => {
    const closed = await startLocalGitHub({
      private: true,
      app: { permissions: { metadata: 'read', issues: 'read' } },
    })
    try {
      const answers = await Promise.all([
        closed.as(closed.botLogin, 'POST /repos/acme/shop/issues', { title: 'A' }),
        closed.as('stranger', 'GET /repos/acme/shop/issues'),
      ])
      expect(answers).toMatchObject([
        { status: 403, body: { message: 'Resource not accessible by integration' } },
        { status: 404, body: { message: 'Not Found' } },
      ])
    } finally {
      await closed.close()
    }
  })

  test('an installation sees its repositories', async () => {
    const { data } = await octokit.apps.listReposAccessibleToInstallation()

    expect(data).toMatchObject({ total_count: 1, repositories: [{ full_name: 'acme/shop' }] })
  })

  test.each([
    ['kim', 'admin'],
    ['maya', 'write'],
    ['stranger', 'read'],
  ])('%s has the permission %s', async (username, permission) => {
    const { data } = await octokit.repos.getCollaboratorPermissionLevel({ ...repository, username })

    expect(data.permission).toBe(permission)
  })
})

test('an app that knows only a host name asks under /api/v3', async () => {
  const enterprise = new Octokit({ baseUrl: `${github.apiUrl}/api/v3`, auth: await github.tokenFor('maya') })

  expect((await enterprise.repos.get(repository)).data.full_name).toBe('acme/shop')
  expect(await enterprise.graphql('{ repository(owner: "acme", name: "shop") { name } }')).toEqual({
    repository: { name: 'shop' },
  })
})

test('reactions are kept once for each person and kind', async () => {
  const { number } = await story.openIssue({ title: 'A' })
  const { id } = await story.comment(number, '/due friday')
  const react = () =>
    octokit.reactions.createForIssueComment({ ...repository, comment_id: id, content: 'eyes' })

  expect([(await react()).status, (await react()).status]).toEqual([201, 200])
  const { data } = await octokit.reactions.listForIssueComment({ ...repository, comment_id: id })
  expect(data).toMatchObject([{ content: 'eyes', user: { login: github.botLogin } }])
})

test('annotations of a check run add up, fifty at a time', async () => {
  const annotation = (line: number) => ({
    path: 'a.md',
    start_line: line,
    end_line: line,
    annotation_level: 'warning' as const,
    title: 'No owner',
    message: `Line ${line}`,
  })
  const output = (annotations: object[]) => ({
    title: 'T',
    summary: 'S',
    annotations: annotations as ReturnType<typeof annotation>[],
  })
  const { sha } = (await octokit.repos.getBranch({ ...repository, branch: 'main' })).data.commit

  const { data: run } = await octokit.checks.create({
    ...repository,
    name: 'check',
    head_sha: sha,
    output: output([annotation(1)]),
  })
  await octokit.checks.update({ ...repository, check_run_id: run.id, output: output([annotation(2)]) })
  const { data } = await octokit.checks.listAnnotations({ ...repository, check_run_id: run.id })

  expect(run.app).toMatchObject({ id: github.appId, slug: 'followthrough' })
  expect(data).toMatchObject([{ start_line: 1, title: 'No owner' }, { start_line: 2 }])
  const tooMany = Array.from({ length: 51 }, (_, index) => annotation(index + 1))
  await expect(
    octokit.checks.update({ ...repository, check_run_id: run.id, output: output(tooMany) }),
  ).rejects.toMatchObject({ status: 422 })
})

describe('pages', () => {
  const open = async (path: string): Promise<string> => (await fetch(`${github.url}${path}`)).text()

  test('show an issue with its comments, as GitHub would: safe', async () => {
    const { number } = await story.openIssue({
      title: 'A <b>',
      body: '**bold** <!-- hidden --> <script>alert(1)</script>',
    })
    await story.comment(number, '| a |\n| - |\n| <details><summary>more</summary>x</details> |')

    const page = await open(`/acme/shop/issues/${number}`)

    expect(page).toContain('A &lt;b&gt;')
    expect(page).toContain('<strong>bold</strong>')
    expect(page).toContain('<details><summary>more</summary>x</details>')
    expect(page).not.toContain('hidden')
    expect(page).not.toContain('<script>')
  })

  test('are where the API says they are', async () => {
    const pull = await story.openPullRequest({ files: { 'a.md': 'one\n<two>\n' }, title: 'Add' })
    const comment = await story.comment(pull.number, 'Status')
    const { merge_commit_sha: sha } = await story.merge(pull.number)

    expect(comment.html_url).toBe(`${pull.html_url}#issuecomment-${comment.id}`)
    expect(await (await fetch(pull.html_url)).text()).toContain('Merged')
    expect(await open('/acme/shop')).toContain(pull.html_url)
    expect(await open(`/acme/shop/blob/${sha ?? ''}/a.md`)).toContain('&lt;two&gt;')
    expect((await fetch(`${github.url}/acme/shop/issues/99`)).status).toBe(404)
  })
})

test('a story can play weeks in a moment', async () => {
  let today = new Date('2026-03-02T09:00:00Z')
  const later = await startLocalGitHub({ now: () => today })
  try {
    const weeks = createStory(later)
    const first = await weeks.openIssue({ title: 'First' })
    today = new Date('2026-03-16T09:00:00Z')
    const second = await weeks.openIssue({ title: 'Second' })
    await weeks.closeIssue(first.number)
    await weeks.commitFile('a.md', 'a')

    expect(first.created_at).toBe('2026-03-02T09:00:00Z')
    expect(second.created_at).toBe('2026-03-16T09:00:00Z')
    expect(await weeks.readIssue(first.number)).toMatchObject({
      created_at: '2026-03-02T09:00:00Z',
      closed_at: '2026-03-16T09:00:00Z',
    })
    const { body: since } = await later.as('maya', 'GET /repos/acme/shop/commits?since=2026-03-10T00:00:00Z')
    expect(since).toMatchObject([
      { commit: { message: 'Update a.md', committer: { date: '2026-03-16T09:00:00Z' } } },
    ])
    expect(later.deliveries.at(-1)?.payload).toMatchObject({
      head_commit: { timestamp: '2026-03-16T09:00:00Z' },
    })
  } finally {
    await later.close()
  }
})
