import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'

let github: LocalGitHub
let story: Story

beforeAll(async () => {
  github = await startLocalGitHub({
    repositories: [{ name: 'secret', private: true }],
    app: { permissions: { metadata: 'read', issues: 'write' } },
  })
  story = createStory(github)
})
beforeEach(() => github.reset())
afterAll(() => github.close())

const query = async (text: string, variables: object = {}, login = github.botLogin): Promise<unknown> =>
  (await github.as(login, 'POST /graphql', { query: text, variables })).body

const inShop = (selection: string): Promise<unknown> =>
  query(`{ repository(owner: "acme", name: "shop") { ${selection} } }`)

const shop = (fields: object): object => ({ data: { repository: fields } })

describe('a repository', () => {
  test('tells what it is', async () => {
    expect(
      await inShop(
        'databaseId nameWithOwner isPrivate isArchived hasIssuesEnabled defaultBranchRef { name }',
      ),
    ).toEqual(
      shop({
        databaseId: 1,
        nameWithOwner: 'acme/shop',
        isPrivate: false,
        isArchived: false,
        hasIssuesEnabled: true,
        defaultBranchRef: { name: 'main' },
      }),
    )
  })

  test('that is missing is null, with an error that says so', async () => {
    expect(await query('{ repository(owner: "acme", name: "nope") { name } }')).toEqual({
      data: { repository: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['repository'],
          locations: [{ line: 1, column: 3 }],
          message: "Could not resolve to a Repository with the name 'acme/nope'.",
        },
      ],
    })
  })

  test('does not show an installation what it lacks the permission for', async () => {
    expect(
      await query(
        '{ repository(owner: "acme", name: "secret") { isPrivate object(expression: "HEAD") { oid } } }',
      ),
    ).toMatchObject({
      data: { repository: { isPrivate: true, object: null } },
      errors: [
        {
          type: 'FORBIDDEN',
          path: ['repository', 'object'],
          message: 'Resource not accessible by integration',
        },
      ],
    })
  })
})

describe('files', () => {
  const blob = '... on Blob { byteSize isBinary isTruncated text }'

  test('several at once, by variables', async () => {
    await story.push({ 'a.md': 'A', 'docs/b c.md': 'Grüße' }, 'Add')

    const answer = await query(
      `query ($a: String!, $b: String!, $c: String!) { repository(owner: "acme", name: "shop") {
        a: object(expression: $a) { ${blob} } b: object(expression: $b) { ${blob} } c: object(expression: $c) { ${blob} }
      } }`,
      { a: 'HEAD:a.md', b: 'main:docs/b c.md', c: 'HEAD:missing.md' },
    )

    expect(answer).toEqual(
      shop({
        a: { byteSize: 1, isBinary: false, isTruncated: false, text: 'A' },
        b: { byteSize: 7, isBinary: false, isTruncated: false, text: 'Grüße' },
        c: null,
      }),
    )
  })

  test('that are binary have no text, and long ones are cut', async () => {
    await story.push({ 'binary.md': new Uint8Array([65, 0, 66]), 'long.md': 'x'.repeat(600_000) }, 'Add')

    const answer = await inShop(
      `binary: object(expression: "HEAD:binary.md") { ${blob} } long: object(expression: "HEAD:long.md") { ${blob} }`,
    )

    expect(answer).toEqual(
      shop({
        binary: { byteSize: 3, isBinary: true, isTruncated: false, text: null },
        long: { byteSize: 600_000, isBinary: false, isTruncated: true, text: 'x'.repeat(512_000) },
      }),
    )
  })

  test('their history says which merged pull request brought them', async () => {
    const pull = await story.openPullRequest({ files: { 'a.md': 'A' }, title: 'Add' })
    await story.merge(pull.number)
    const direct = await story.commitFile('b.md', 'B')
    const history = (path: string): string => `history(first: 1, path: "${path}") {
      nodes { oid associatedPullRequests(first: 5) { nodes { number merged baseRefName state } } }
    }`

    const answer = await inShop(
      `defaultBranchRef { target { oid ... on Commit { a: ${history('a.md')} b: ${history('b.md')} c: ${history('c.md')} } } }`,
    )

    const from = { number: pull.number, merged: true, baseRefName: 'main', state: 'MERGED' }
    expect(answer).toEqual(
      shop({
        defaultBranchRef: {
          target: {
            oid: direct,
            a: { nodes: [{ oid: pull.head.sha, associatedPullRequests: { nodes: [from] } }] },
            b: { nodes: [{ oid: direct, associatedPullRequests: { nodes: [] } }] },
            c: { nodes: [] },
          },
        },
      }),
    )
  })
})

describe('issues', () => {
  const facts = `__typename
    ... on Issue { number title state stateReason closedAt assignees(first: 5) { nodes { login } } labels(first: 5) { nodes { name } } }
    ... on PullRequest { number title pullState: state }`

  test('and pull requests by number', async () => {
    await story.openIssue({ title: 'Fix', labels: ['p1'], assignees: ['jonas'] })
    await story.openPullRequest({ files: { 'a.md': 'A' }, title: 'Add' })

    expect(
      await inShop(
        `one: issueOrPullRequest(number: 1) { ${facts} } two: issueOrPullRequest(number: 2) { ${facts} }`,
      ),
    ).toEqual(
      shop({
        one: {
          __typename: 'Issue',
          number: 1,
          title: 'Fix',
          state: 'OPEN',
          stateReason: null,
          closedAt: null,
          assignees: { nodes: [{ login: 'jonas' }] },
          labels: { nodes: [{ name: 'p1' }] },
        },
        two: { __typename: 'PullRequest', number: 2, title: 'Add', pullState: 'OPEN' },
      }),
    )
  })

  test.each([
    ['deleted', () => story.deleteIssue(1)],
    ['transferred', () => story.transferIssue(1, 'secret')],
  ])('that were %s cannot be resolved', async (_, remove) => {
    await story.openIssue({ title: 'Fix' })
    await remove()

    expect(await inShop('issue(number: 1) { title }')).toMatchObject({
      data: { repository: { issue: null } },
      errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to an Issue with the number of 1.' }],
    })
  })
})

describe('queries that GitHub refuses', () => {
  test.each([
    [
      'one name for the states of issues and pull requests',
      '{ repository(owner: "acme", name: "shop") { issueOrPullRequest(number: 1) { ... on Issue { state } ... on PullRequest { state } } } }',
      'Fields "state" conflict because they return conflicting types "IssueState!" and "PullRequestState!". Use different aliases on the fields to fetch both if this was intentional.',
    ],
    [
      'an unknown field',
      '{ repository(owner: "acme", name: "shop") { colour } }',
      'Cannot query field "colour" on type "Repository".',
    ],
    [
      'a connection without a size',
      '{ repository(owner: "acme", name: "shop") { labels { nodes { name } } } }',
      'You must provide a `first` or `last` value to paginate.',
    ],
    [
      'more than a hundred',
      '{ repository(owner: "acme", name: "shop") { labels(first: 101) { nodes { name } } } }',
      'Requesting 101 records exceeds the limit of 100.',
    ],
    ['broken syntax', '{ repository(', 'Syntax Error: Expected Name, found <EOF>.'],
  ])('%s', async (_, text, message) => {
    expect(await query(text)).toMatchObject({ errors: [{ message }] })
  })

  test('what the local GitHub cannot answer is an error too', async () => {
    expect(await inShop('stargazerCount')).toMatchObject({
      errors: [{ message: 'The local GitHub does not know Repository.stargazerCount' }],
    })
  })
})

test('a comment can be minimized by those who may, and its page folds it', async () => {
  const { number } = await story.openIssue({ title: 'Fix' })
  const { node_id: id } = await story.comment(number, 'Week 1')
  const minimize = `mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
    minimizedComment { isMinimized minimizedReason } } }`

  expect(await query(minimize, { id }, 'stranger')).toMatchObject({ errors: [{ type: 'FORBIDDEN' }] })
  expect(await query(minimize, { id })).toEqual({
    data: { minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'outdated' } } },
  })
  const page = await (await fetch(`${github.url}/acme/shop/issues/${number}`)).text()
  expect(page).toContain('Minimized as outdated')
})
