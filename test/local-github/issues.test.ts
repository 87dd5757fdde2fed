import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import type { Issue } from '../../src/local-github/views.ts'

let github: LocalGitHub
let story: Story

beforeAll(async () => {
  github = await startLocalGitHub({ repositories: [{ name: 'tools' }] })
  story = createStory(github)
})
beforeEach(() => github.reset())
afterAll(() => github.close())

const asApp = (call: string, body?: unknown) => github.as(github.botLogin, call, body)
const titles = (issues: unknown): string[] => (issues as Issue[]).map(({ title }) => title)
const addressOf = (response: { headers: Record<string, string> }): string =>
  new URL(response.headers.location ?? '').pathname

describe('issues as GitHub keeps them', () => {
  test('a pull request is listed among the issues and read as one', async () => {
    const pull = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Write it down' })
    await story.openIssue({ title: 'Fix it' })

    const list = await asApp('GET /repos/acme/shop/issues')
    const one = await asApp(`GET /repos/acme/shop/issues/${pull.number}`)

    expect(titles(list.body)).toEqual(['Fix it', 'Write it down'])
    expect(one.body).toMatchObject({
      title: 'Write it down',
      pull_request: { html_url: `${github.url}/acme/shop/pull/1` },
    })
  })

  test.each([
    ['labels=BUG', ['B']],
    ['labels=bug,p1', []],
    ['state=closed', ['C']],
    ['state=all&direction=asc', ['A', 'B', 'C']],
    ['assignee=jonas', ['A']],
    ['assignee=none', ['B']],
    ['creator=stranger', ['B']],
    ['per_page=1&page=2', ['A']],
  ])('the list filtered by %s', async (query, expected) => {
    await story.openIssue({ title: 'A', assignees: ['jonas'] })
    const { number } = await story.openIssue({ title: 'B' }, 'stranger')
    await story.label(number, 'Bug')
    const closed = await story.openIssue({ title: 'C' })
    await story.closeIssue(closed.number)

    const { body } = await asApp(`GET /repos/acme/shop/issues?${query}`)

    expect(titles(body)).toEqual(expected)
  })

  test('pages are linked', async () => {
    for (const title of ['A', 'B', 'C']) await story.openIssue({ title })

    const { headers } = await asApp('GET /repos/acme/shop/issues?per_page=1&page=2')

    expect(headers.link).toBe(
      [
        `<${github.url}/repos/acme/shop/issues?per_page=1&page=1>; rel="prev"`,
        `<${github.url}/repos/acme/shop/issues?per_page=1&page=1>; rel="first"`,
        `<${github.url}/repos/acme/shop/issues?per_page=1&page=3>; rel="next"`,
        `<${github.url}/repos/acme/shop/issues?per_page=1&page=3>; rel="last"`,
      ].join(', '),
    )
  })

  test('closed as a duplicate stays a duplicate until it is reopened', async () => {
    const { number } = await story.openIssue({ title: 'Again' })

    await story.closeIssue(number, 'duplicate')
    expect(await story.readIssue(number)).toMatchObject({ state: 'closed', state_reason: 'duplicate' })

    await story.reopen(number)
    expect(await story.readIssue(number)).toMatchObject({ state: 'open', state_reason: 'reopened' })
  })

  test('a deleted issue is gone from everywhere', async () => {
    const { number } = await story.openIssue({ title: 'Oops' })
    await story.deleteIssue(number)

    expect((await asApp(`GET /repos/acme/shop/issues/${number}`)).status).toBe(410)
    expect((await asApp(`PATCH /repos/acme/shop/issues/${number}`, { title: 'x' })).status).toBe(410)
    expect((await asApp(`GET /repos/acme/shop/issues/${number}/comments`)).status).toBe(410)
    expect(await story.listIssues()).toEqual([])
    expect(await story.openIssue({ title: 'Next' })).toMatchObject({ number: number + 1 })
  })

  test('a transferred issue leads to its new address, with author, comments and known labels', async () => {
    await github.as('maya', 'POST /repos/acme/tools/labels', { name: 'bug', color: 'ff0000' })
    const opened = await asApp('POST /repos/acme/shop/issues', {
      title: 'Move me',
      labels: ['bug', 'only-here'],
    })
    const { number } = opened.body as Issue
    await story.comment(number, 'It belongs to tools', 'jonas')
    await story.transferIssue(number, 'tools')

    const old = await asApp(`GET /repos/acme/shop/issues/${number}`)
    const moved = await asApp(`GET ${addressOf(old)}`)
    const comments = await asApp(`GET ${addressOf(old)}/comments`)

    expect(old.status).toBe(301)
    expect(moved.body).toMatchObject({
      title: 'Move me',
      html_url: `${github.url}/acme/tools/issues/1`,
      user: { login: github.botLogin },
      labels: [{ name: 'bug' }],
    })
    expect(comments.body).toMatchObject([{ body: 'It belongs to tools', user: { login: 'jonas' } }])
    expect(await story.listIssues()).toEqual([])
  })
})

describe('labels', () => {
  test('are one label in every spelling, and grey when first used', async () => {
    const { number } = await story.openIssue({ title: 'A', labels: ['Bug', 'bug'] })
    await story.label(number, 'BUG', 'New')

    expect((await story.readIssue(number)).labels).toMatchObject([
      { name: 'Bug', color: 'ededed' },
      { name: 'New', color: 'ededed' },
    ])
    await story.unlabel(number, 'bug')
    expect((await story.readIssue(number)).labels).toMatchObject([{ name: 'New' }])
  })

  test('cannot be created twice, in any spelling', async () => {
    await asApp('POST /repos/acme/shop/labels', { name: 'Overdue', color: 'd73a4a' })

    const again = await asApp('POST /repos/acme/shop/labels', { name: 'overdue', color: 'd73a4a' })

    expect(again.status).toBe(422)
    expect(again.body).toMatchObject({
      errors: [{ resource: 'Label', field: 'name', code: 'already_exists' }],
    })
  })
})

describe('assignees', () => {
  test('who can be assigned', async () => {
    const { body } = await asApp('GET /repos/acme/shop/assignees')

    expect(body).toMatchObject([{ login: 'maya' }, { login: 'jonas' }])
    expect((await asApp('GET /repos/acme/shop/assignees/Jonas')).status).toBe(204)
    expect((await asApp('GET /repos/acme/shop/assignees/stranger')).status).toBe(404)
    expect((await asApp('GET /repos/acme/shop/assignees/nobody')).status).toBe(404)
  })

  test('a stranger among them fails the whole creation', async () => {
    const { status, body } = await asApp('POST /repos/acme/shop/issues', {
      title: 'A',
      labels: ['new'],
      assignees: ['maya', 'stranger'],
    })

    expect(status).toBe(422)
    expect(body).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'Issue', field: 'assignees', code: 'invalid', value: 'stranger' }],
    })
    expect(await story.listIssues()).toEqual([])
  })

  test('a stranger added later is left out silently', async () => {
    const { number } = await story.openIssue({ title: 'A' })

    await story.assign(number, 'stranger', 'MAYA')

    expect((await story.readIssue(number)).assignees).toMatchObject([{ login: 'maya' }])
  })
})

describe('people without write access', () => {
  test('open issues, without the labels and assignees that they ask for', async () => {
    const issue = await story.openIssue({ title: 'A', labels: ['bug'], assignees: ['maya'] }, 'stranger')

    expect(issue).toMatchObject({ title: 'A', labels: [], assignees: [], user: { login: 'stranger' } })
  })

  test('change only what is theirs', async () => {
    const mine = await story.openIssue({ title: 'Mine' }, 'stranger')
    const other = await story.openIssue({ title: 'Other' })
    const close = (number: number) =>
      github.as('stranger', `PATCH /repos/acme/shop/issues/${number}`, { state: 'closed' })

    expect((await close(mine.number)).status).toBe(200)
    expect((await close(other.number)).status).toBe(403)
    expect(
      (await github.as('stranger', `POST /repos/acme/shop/issues/${other.number}/comments`, { body: 'Hi' }))
        .status,
    ).toBe(201)
    expect(
      (await github.as('stranger', `POST /repos/acme/shop/issues/${other.number}/labels`, { labels: ['x'] }))
        .status,
    ).toBe(403)
  })
})

describe('a repository', () => {
  test('that is archived is read-only', async () => {
    const { number } = await story.openIssue({ title: 'A' })
    await story.configure({ archived: true })

    const { status, body } = await asApp(`PATCH /repos/acme/shop/issues/${number}`, { title: 'B' })

    expect({ status, body }).toMatchObject({
      status: 403,
      body: { message: 'Repository was archived so is read-only.' },
    })
    expect((await story.readIssue(number)).title).toBe('A')
  })

  test('without issues still has comments on its pull requests', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add' })
    await story.configure({ has_issues: false })

    expect((await asApp('POST /repos/acme/shop/issues', { title: 'A' })).status).toBe(410)
    expect((await asApp('GET /repos/acme/shop/issues')).status).toBe(410)
    expect((await asApp(`POST /repos/acme/shop/issues/${number}/comments`, { body: 'Hi' })).status).toBe(201)
    expect((await asApp('GET /repos/acme/shop')).body).toMatchObject({ has_issues: false })
  })

  test('that was renamed is found under its old name', async () => {
    await story.configure({ name: 'store' })

    const old = await asApp('GET /repos/acme/shop/issues')
    const { body } = await asApp('POST /graphql', {
      query: '{ repository(owner: "acme", name: "shop") { nameWithOwner } }',
    })

    expect(old.status).toBe(301)
    expect((await asApp(`GET ${addressOf(old)}`)).status).toBe(200)
    expect(body).toEqual({ data: { repository: { nameWithOwner: 'acme/store' } } })
  })
})

test('the events of an issue tell its story', async () => {
  const { number } = await story.openIssue({ title: 'A', labels: ['bug'], assignees: ['maya'] })
  await story.retitle(number, 'B')
  await story.unlabel(number, 'bug')
  await story.closeIssue(number)

  const { body } = await asApp(`GET /repos/acme/shop/issues/${number}/events`)

  expect(body).toMatchObject([
    { event: 'labeled', label: { name: 'bug' }, actor: { login: 'maya' } },
    { event: 'assigned', assignee: { login: 'maya' } },
    { event: 'renamed', rename: { from: 'A', to: 'B' } },
    { event: 'unlabeled', label: { name: 'bug' } },
    { event: 'closed' },
  ])
})

test.each([
  ['a title of 257 characters', { title: 'x'.repeat(257) }, 'title is too long (maximum is 256 characters)'],
  [
    'a body of 65,537 characters',
    { title: 'A', body: 'x'.repeat(65_537) },
    'body is too long (maximum is 65536 characters)',
  ],
  [
    'a label of 51 characters',
    { title: 'A', labels: ['x'.repeat(51)] },
    'name is too long (maximum is 50 characters)',
  ],
])('%s is refused', async (_, issue, message) => {
  const { status, body } = await asApp('POST /repos/acme/shop/issues', issue)

  expect(status).toBe(422)
  expect(body).toMatchObject({ errors: [{ message }] })
})

test('two people at once get two numbers', async () => {
  const opened = await Promise.all(
    Array.from({ length: 5 }, (_, index) => story.openIssue({ title: `Issue ${index}` })),
  )

  expect(opened.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5])
})
