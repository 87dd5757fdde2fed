import { beforeEach, describe, expect, test } from '@jest/globals'
import nock from 'nock'
import { HISTORY_PAGE_QUERY, snapshotQuery } from '../../src/github/snapshot-query.ts'
import type { GitHub, Snapshot } from '../../src/jobs/ports.ts'
import { objectionsTo } from '../../src/local-github/graphql/objections.ts'
import { API, createNockedGitHub, HARBOUR, PATH, useNock } from './nocked.ts'

useNock()
let github: GitHub
beforeEach(() => {
  github = createNockedGitHub()
})

interface GraphqlRequest {
  query: string
  variables: Record<string, string>
}

const commit = (oid: string, ...pullRequests: object[]): object => ({
  oid,
  committedDate: '2026-11-01T10:00:00Z',
  associatedPullRequests: { nodes: pullRequests },
})

const merged = (number: number, fields: object = {}): object => ({
  number,
  merged: true,
  mergedAt: '2026-11-03T13:20:55Z',
  baseRefName: 'main',
  repository: { databaseId: 734001122 },
  ...fields,
})

const page = (...nodes: object[]): object => ({ pageInfo: { hasNextPage: false, endCursor: null }, nodes })

const blob = (text: string | null, fields: object = {}): object => ({
  __typename: 'Blob',
  oid: 'b10b',
  byteSize: text?.length ?? 20,
  isBinary: text === null,
  isTruncated: false,
  text,
  ...fields,
})

/** The repository's part of the answer, for a file and the commits of it. */
const repository = (
  file: object | null,
  history: object = page(commit('c1', merged(318))),
  fields: object = {},
): object => ({
  databaseId: 734001122,
  name: 'harbour',
  url: 'https://github.com/lakeside-cargo/harbour',
  owner: { login: 'lakeside-cargo' },
  isPrivate: true,
  isArchived: false,
  hasIssuesEnabled: true,
  config: { text: 'labels: [followup]' },
  misnamedConfig: null,
  file0: file,
  defaultBranchRef: { name: 'main', target: { oid: 'c1', history0: history } },
  ...fields,
})

const answer = (data: object, errors?: object[]): nock.Scope =>
  nock(API)
    .post('/graphql')
    .reply(200, errors === undefined ? { data } : { data, errors })

const read = (): Promise<Snapshot> => github.snapshot(HARBOUR, ['a.md'])
const readFile = async (): Promise<unknown> => (await read()).files.get('a.md')

const HISTORY = { commit: 'c1', committedAt: '2026-11-03T13:20:55Z', broughtIn: 'c1', broughtBy: 318 }

test('everything about the repository and its files comes in one request', async () => {
  answer({
    repository: repository(blob('# Double bookings')),
    ownerRepository: { config: { text: 'rollup: off' } },
  })
  expect(await read()).toEqual({
    id: 734001122,
    name: HARBOUR,
    url: 'https://github.com/lakeside-cargo/harbour',
    isPrivate: true,
    isArchived: false,
    hasIssues: true,
    defaultBranch: 'main',
    isConfigMisnamed: false,
    config: { repository: 'labels: [followup]', owner: 'rollup: off' },
    files: new Map([['a.md', { kind: 'text', text: '# Double bookings', history: HISTORY }]]),
  })
})

describe('the queries', () => {
  test.each([0, 1, 20])("for %d paths follow GitHub's schema", (count) => {
    expect(objectionsTo(snapshotQuery(count))).toEqual([])
  })

  test("for a further page of history follow GitHub's schema", () => {
    expect(objectionsTo(HISTORY_PAGE_QUERY)).toEqual([])
  })

  test('carry paths as variables, so that a path changes nothing in them', async () => {
    const path = 'a") { id } evil: object(expression: "HEAD:b.md'
    const sent: GraphqlRequest[] = []
    nock(API)
      .post('/graphql', (body: GraphqlRequest) => sent.push(body) > 0)
      .reply(200, { data: { repository: repository(null), ownerRepository: null } })
    await github.snapshot(HARBOUR, [path])
    expect(sent[0]?.query).toBe(snapshotQuery(1))
    expect(sent[0]?.variables).toMatchObject({ path0: path, expression0: `HEAD:${path}` })
  })

  test('hold 20 paths each', async () => {
    const paths = Array.from({ length: 21 }, (_, index) => `${index}.md`)
    answer({ repository: repository(blob('first of the first query')), ownerRepository: null })
    answer({ repository: repository(blob('first of the second query')), ownerRepository: null })
    const { files } = await github.snapshot(HARBOUR, paths)
    expect([...files.keys()]).toEqual(paths)
    expect(files.get('0.md')).toMatchObject({ text: 'first of the first query' })
    expect(files.get('20.md')).toMatchObject({ text: 'first of the second query' })
  })
})

describe('a file', () => {
  test.each<[string, object | null, object]>([
    ['that is not there', null, { kind: 'absent' }],
    ['that is a folder', { __typename: 'Tree' }, { kind: 'absent' }],
    ['that is empty', blob(''), { kind: 'text', text: '', history: HISTORY }],
    ['that is binary', blob(null), { kind: 'binary', history: HISTORY }],
    [
      'of 1,000,001 bytes',
      blob('cut', { byteSize: 1_000_001, isTruncated: true }),
      { kind: 'too-large', byteSize: 1_000_001, history: HISTORY },
    ],
  ])('%s', async (_, file, expected) => {
    answer({ repository: repository(file), ownerRepository: null })
    expect(await readFile()).toEqual(expected)
  })

  test('whose text GraphQL cuts is fetched whole, by the id of the same blob', async () => {
    const text = 'é'.repeat(300_000)
    answer({
      repository: repository(blob('éé', { byteSize: 600_000, isTruncated: true })),
      ownerRepository: null,
    })
    nock(API)
      .get(`${PATH}/git/blobs/b10b`)
      .reply(200, { encoding: 'base64', content: Buffer.from(text).toString('base64') })
    expect(await readFile()).toEqual({ kind: 'text', text, history: HISTORY })
  })

  test('is looked for under the present name of a renamed repository', async () => {
    const renamed = { name: 'port', owner: { login: 'lakeside' } }
    answer({
      repository: repository(blob('cut', { isTruncated: true }), undefined, renamed),
      ownerRepository: null,
    })
    nock(API).get('/repos/lakeside/port/git/blobs/b10b').reply(200, { content: '' })
    expect((await read()).name).toEqual({ owner: 'lakeside', repo: 'port' })
  })
})

describe('the history', () => {
  const historyOf = async (history: object): Promise<unknown> => {
    answer({ repository: repository(blob('text'), history), ownerRepository: null })
    const file = await readFile()
    return (file as { history: unknown }).history
  }

  test('names the last commit, and the pull request of the first', async () => {
    const history = page(
      commit('c3', merged(330, { mergedAt: '2026-11-09T08:00:00Z' })),
      commit('c2'),
      commit('c1', merged(318)),
    )
    expect(await historyOf(history)).toEqual({
      commit: 'c3',
      committedAt: '2026-11-09T08:00:00Z',
      broughtIn: 'c1',
      broughtBy: 318,
    })
  })

  test('of a file that was pushed names no pull request', async () => {
    expect(await historyOf(page(commit('c1')))).toEqual({
      commit: 'c1',
      committedAt: '2026-11-01T10:00:00Z',
      broughtIn: 'c1',
      broughtBy: null,
    })
  })

  test('leaves out pull requests that are open, into another branch or of another repository', async () => {
    const open = merged(400, { merged: false, mergedAt: null })
    const backport = merged(401, { baseRefName: 'release-4' })
    const upstream = merged(402, { repository: { databaseId: 1 } })
    expect(await historyOf(page(commit('c1', open, backport, upstream, merged(318))))).toMatchObject({
      broughtBy: 318,
    })
  })

  test('of more than 50 commits is followed to its first', async () => {
    const newest = { pageInfo: { hasNextPage: true, endCursor: 'c60 49' }, nodes: [commit('c60')] }
    answer({ repository: repository(blob('text'), newest), ownerRepository: null })
    nock(API)
      .post('/graphql', (body: GraphqlRequest) => body.variables.after === 'c60 49')
      .reply(200, {
        data: { repository: { defaultBranchRef: { target: { history: page(commit('c1', merged(318))) } } } },
      })
    expect(await readFile()).toMatchObject({ history: { commit: 'c60', broughtIn: 'c1', broughtBy: 318 } })
  })
})

describe('failures', () => {
  const failed = (type: string, ...path: (string | number)[]): object => ({ type, path, message: `${type}!` })

  test.each(['NOT_FOUND', 'FORBIDDEN'])(
    "%s of the owner's .github repository: no configuration there",
    async (type) => {
      answer({ repository: repository(null), ownerRepository: null }, [failed(type, 'ownerRepository')])
      expect((await read()).config).toEqual({ repository: 'labels: [followup]', owner: null })
    },
  )

  test.each<[string, object, string]>([
    ['the repository is not there', failed('NOT_FOUND', 'repository'), 'NotFoundError'],
    [
      'pull requests may not be read',
      failed(
        'FORBIDDEN',
        'repository',
        'defaultBranchRef',
        'target',
        'history0',
        'nodes',
        0,
        'associatedPullRequests',
      ),
      'PermissionError',
    ],
    ['the limit is reached', failed('RATE_LIMITED'), 'RetryableError'],
    ['GitHub fails inside', { message: 'Something went wrong' }, 'RetryableError'],
    [
      'our query is wrong',
      { message: "Field 'fil' doesn't exist", extensions: { code: 'undefinedField' } },
      'PermanentError',
    ],
  ])('%s', async (_, error, name) => {
    nock(API)
      .post('/graphql')
      .times(10)
      .reply(200, { data: { repository: null, ownerRepository: null }, errors: [error] })
    await expect(read()).rejects.toMatchObject({ name })
    nock.cleanAll()
  })

  test('an empty repository has no default branch and no files', async () => {
    answer({
      repository: repository(null, undefined, { defaultBranchRef: null, config: null }),
      ownerRepository: null,
    })
    expect(await read()).toMatchObject({ defaultBranch: '', config: { repository: null, owner: null } })
  })

  test('a file whose history is not there yet is read again later', async () => {
    answer({ repository: repository(blob('text'), page()), ownerRepository: null })
    await expect(read()).rejects.toMatchObject({ name: 'RetryableError' })
  })
})
