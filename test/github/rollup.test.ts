import { describe, expect, test } from '@jest/globals'
import nock from 'nock'
import { revisionMutation } from '../../src/github/revisions.ts'
import { threadsQuery } from '../../src/github/threads.ts'
import { objectionsTo } from '../../src/local-github/graphql/objections.ts'
import { API, createNockedGitHub, HARBOUR, PATH, useNock } from './nocked.ts'

useNock()
const github = createNockedGitHub()

test.each([
  ['the comments of many threads', threadsQuery(10)],
  [
    'many small writes',
    revisionMutation([
      'addLabelsToLabelable',
      'removeLabelsFromLabelable',
      'updateIssueComment',
      'minimizeComment',
    ]),
  ],
])('GitHub’s schema accepts the query for %s', (_, query) => {
  expect(objectionsTo(query)).toEqual([])
})

const comment = (databaseId: number, login: string, type: string): object => ({
  id: `IC_${databaseId}`,
  databaseId,
  body: 'Text',
  isMinimized: false,
  author: { __typename: type, login },
})
const thread = (nodes: object[], hasNextPage = false): object => ({
  comments: { pageInfo: { hasNextPage }, nodes },
})

describe('the app’s comments on many pull requests', () => {
  test('are those of its own bot only, and none where the pull request is gone', async () => {
    nock(API)
      .post('/graphql')
      .reply(200, {
        data: {
          repository: {
            thread0: thread([
              comment(1, 'followthrough', 'Bot'),
              comment(2, 'followthrough', 'User'),
              comment(3, 'other', 'Bot'),
            ]),
            thread1: null,
          },
        },
        errors: [{ type: 'NOT_FOUND', path: ['repository', 'thread1'], message: 'gone' }],
      })
    expect(await github.ownCommentsOn(HARBOUR, [5, 6, 5])).toEqual(
      new Map([
        [5, [{ id: 1, nodeId: 'IC_1', body: 'Text', isMinimized: false }]],
        [6, []],
      ]),
    )
  })

  test('of a long thread are read to the end', async () => {
    const rest = { id: 9, node_id: 'IC_9', body: 'Last', user: { login: 'followthrough[bot]', type: 'Bot' } }
    nock(API)
      .post('/graphql')
      .reply(200, { data: { repository: { thread0: thread([], true) } } })
      .get(`${PATH}/issues/5/comments?per_page=100`)
      .reply(200, [rest])
    expect((await github.ownCommentsOn(HARBOUR, [5])).get(5)).toEqual([
      { id: 9, nodeId: 'IC_9', body: 'Last', isMinimized: false },
    ])
  })

  test('of eleven are asked for in two requests', async () => {
    nock(API)
      .post('/graphql')
      .twice()
      .reply(200, { data: { repository: {} } })
    expect(
      (
        await github.ownCommentsOn(
          HARBOUR,
          Array.from({ length: 11 }, (_, n) => n),
        )
      ).size,
    ).toBe(11)
  })
})

test('small writes go together; what is gone or may not be changed is left out', async () => {
  let variables: unknown
  nock(API)
    .post('/graphql', (body: { variables: unknown }) => {
      variables = body.variables
      return true
    })
    .reply(200, {
      data: { revision0: null, revision1: { clientMutationId: null } },
      errors: [{ type: 'NOT_FOUND', path: ['revision0'], message: 'gone' }],
    })
  await github.revise([
    { kind: 'add-label', issue: 'I_4', label: 'LA_1' },
    { kind: 'remove-label', issue: 'I_5', label: 'LA_1' },
    { kind: 'rewrite-comment', comment: 'IC_1', body: 'New' },
    { kind: 'hide-comment', comment: 'IC_2' },
  ])
  expect(variables).toEqual({
    input0: { labelableId: 'I_4', labelIds: ['LA_1'] },
    input1: { labelableId: 'I_5', labelIds: ['LA_1'] },
    input2: { id: 'IC_1', body: 'New' },
    input3: { subjectId: 'IC_2', classifier: 'OUTDATED' },
  })
})

test('of 41 small writes, 20 at most go together', async () => {
  nock(API).post('/graphql').thrice().reply(200, { data: {} })
  const revisions = Array.from({ length: 41 }, (_, n) => ({
    kind: 'hide-comment' as const,
    comment: `IC_${n}`,
  }))
  await expect(github.revise(revisions)).resolves.toBeUndefined()
})

describe('the id of a label', () => {
  const label = { name: 'overdue', color: 'b60205', description: 'Late' }
  const exists = {
    message: 'Validation Failed',
    errors: [{ resource: 'Label', field: 'name', code: 'already_exists' }],
  }

  test('that an issue carries is read', async () => {
    nock(API).get(`${PATH}/labels/overdue`).reply(200, { node_id: 'LA_1' })
    expect(await github.labelId(HARBOUR, label, true)).toBe('LA_1')
  })

  test('that is missing comes with its creation', async () => {
    nock(API).post(`${PATH}/labels`, label).reply(201, { node_id: 'LA_2' })
    expect(await github.labelId(HARBOUR, label, false)).toBe('LA_2')
  })

  test('that exists all the same, perhaps in another case, is read', async () => {
    nock(API)
      .post(`${PATH}/labels`)
      .reply(422, exists)
      .get(`${PATH}/labels/overdue`)
      .reply(200, { node_id: 'LA_3' })
    expect(await github.labelId(HARBOUR, label, false)).toBe('LA_3')
  })
})

describe('who may give commands', () => {
  test.each([
    ['admin', true],
    ['write', true],
    ['read', false],
    ['none', false],
  ])('%s: %s', async (permission, may) => {
    nock(API).get(`${PATH}/collaborators/mira/permission`).reply(200, { permission })
    expect(await github.canWrite(HARBOUR, 'mira')).toBe(may)
  })

  test('nobody whose account is gone', async () => {
    nock(API).get(`${PATH}/collaborators/ghost/permission`).twice().reply(404, { message: 'Not Found' })
    expect(await github.canWrite(HARBOUR, 'ghost')).toBe(false)
  })
})

test('a comment that was deleted is null, and a reaction to it is no error', async () => {
  nock(API)
    .get(`${PATH}/issues/comments/7`)
    .twice()
    .reply(404, { message: 'Not Found' })
    .post(`${PATH}/issues/comments/7/reactions`, { content: '+1' })
    .twice()
    .reply(404, { message: 'Not Found' })
  expect(await github.comment(HARBOUR, 7)).toBeNull()
  await expect(github.react(HARBOUR, 7, '+1')).resolves.toBeUndefined()
})
