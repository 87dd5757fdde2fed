import { expect, test } from '@jest/globals'
import nock from 'nock'
import { objectionsTo } from '../../src/local-github/graphql/objections.ts'
import { API, createNockedGitHub, HARBOUR, PATH, restIssue, useNock } from './nocked.ts'

useNock()
const github = createNockedGitHub()

const issue = (number: number, fields: object = {}): object => ({
  __typename: 'Issue',
  number,
  title: `Issue ${number}`,
  body: 'Seen again',
  closed: false,
  stateReason: null,
  createdAt: '2026-10-01T08:00:00Z',
  closedAt: null,
  url: `https://github.com/lakeside-cargo/harbour/issues/${number}`,
  author: { __typename: 'User', login: 'mira' },
  labels: { nodes: [{ name: 'bug' }] },
  assignees: { nodes: [{ login: 'mira' }] },
  ...fields,
})

const harbour = (found: object | null): object => ({
  name: 'harbour',
  owner: { login: 'lakeside-cargo' },
  isPrivate: true,
  issue: found,
})
const notFound = (index: number): object => ({
  type: 'NOT_FOUND',
  path: [`reference${index}`, 'issue'],
  message: 'Could not resolve',
})

test('issues and pull requests are found in one request, in the order asked for', async () => {
  let query = ''
  nock(API)
    .post('/graphql', (body: { query: string; variables: object }) => {
      query = body.query
      return true
    })
    .reply(200, {
      data: {
        reference0: harbour(
          issue(207, { closed: true, stateReason: 'NOT_PLANNED', closedAt: '2026-11-02T08:00:00Z' }),
        ),
        reference1: harbour(issue(3, { __typename: 'PullRequest', closed: true, stateReason: undefined })),
      },
    })
  const found = await github.issues([
    { ...HARBOUR, number: 207 },
    { ...HARBOUR, number: 3 },
  ])
  expect(found).toEqual([
    {
      kind: 'found',
      repository: HARBOUR,
      isPrivate: true,
      isPullRequest: false,
      isOwn: false,
      issue: {
        number: 207,
        title: 'Issue 207',
        body: 'Seen again',
        state: 'closed',
        stateReason: 'not_planned',
        labels: ['bug'],
        assignees: ['mira'],
        createdAt: '2026-10-01T08:00:00Z',
        closedAt: '2026-11-02T08:00:00Z',
        url: 'https://github.com/lakeside-cargo/harbour/issues/207',
      },
    },
    expect.objectContaining({
      isPullRequest: true,
      issue: expect.objectContaining({ number: 3, state: 'closed', stateReason: null }),
    }),
  ])
  expect(objectionsTo(query)).toEqual([])
})

test('nothing to look up, nothing asked', async () => {
  expect(await github.issues([])).toEqual([])
})

test('an issue that moved is found where it is now', async () => {
  nock(API)
    .post('/graphql')
    .reply(200, { data: { reference0: harbour(null) }, errors: [notFound(0)] })
    .get(`${PATH}/issues/207`)
    .reply(301, { message: 'Moved Permanently' }, { location: `${API}/repositories/9/issues/58` })
    .get('/repositories/9/issues/58')
    .reply(200, restIssue(58, { repository_url: `${API}/repos/lakeside-cargo/ledger` }))
    .get('/repos/lakeside-cargo/ledger')
    .reply(200, { private: false })
  expect(await github.issues([{ ...HARBOUR, number: 207 }])).toEqual([
    expect.objectContaining({
      kind: 'found',
      repository: { owner: 'lakeside-cargo', repo: 'ledger' },
      isPrivate: false,
      issue: expect.objectContaining({ number: 58 }),
    }),
  ])
})

test.each([404, 410])('an issue that is gone (%d) is missing', async (status) => {
  nock(API)
    .post('/graphql')
    .reply(200, { data: { reference0: harbour(null) }, errors: [notFound(0)] })
    .get(`${PATH}/issues/207`)
    .reply(status, { message: 'This issue was deleted' })
  expect(await github.issues([{ ...HARBOUR, number: 207 }])).toEqual([{ kind: 'missing' }])
})

test('an issue that a limit keeps from being looked up is not missing', async () => {
  nock(API)
    .post('/graphql')
    .reply(200, { data: { reference0: harbour(null) }, errors: [notFound(0)] })
    .get(`${PATH}/issues/207`)
    .reply(
      403,
      { message: 'API rate limit exceeded' },
      { 'x-ratelimit-remaining': '0', 'retry-after': '3600' },
    )
  await expect(github.issues([{ ...HARBOUR, number: 207 }])).rejects.toMatchObject({ name: 'RetryableError' })
})

test('a repository that a limit keeps from being looked up is not out of sight', async () => {
  nock(API)
    .get('/repositories/7')
    .reply(403, { message: 'API rate limit exceeded' }, { 'retry-after': '3600' })
  await expect(createNockedGitHub().repositoryName(7)).rejects.toMatchObject({ name: 'RetryableError' })
})

test.each(['NOT_FOUND', 'FORBIDDEN'])(
  'an issue of a repository out of sight (%s) is missing',
  async (type) => {
    nock(API)
      .post('/graphql')
      .reply(200, { data: { reference0: null }, errors: [{ type, path: ['reference0'], message: 'no' }] })
    expect(await github.issues([{ owner: 'elsewhere', repo: 'secret', number: 1 }])).toEqual([
      { kind: 'missing' },
    ])
  },
)

test('an outage is no missing issue', async () => {
  nock(API)
    .post('/graphql')
    .times(10)
    .reply(200, {
      data: { reference0: null },
      errors: [{ path: ['reference0'], message: 'Something went wrong' }],
    })
  await expect(github.issues([{ ...HARBOUR, number: 207 }])).rejects.toMatchObject({ name: 'RetryableError' })
  nock.cleanAll()
})
