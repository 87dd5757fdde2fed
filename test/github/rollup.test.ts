import { describe, expect, test } from '@jest/globals'
import nock from 'nock'
import { minimizeMutation, updateMutation } from '../../src/github/comment-batches.ts'
import { labelMutation, nodeIdsQuery } from '../../src/github/label-sets.ts'
import { threadsQuery } from '../../src/github/threads.ts'
import { objectionsTo } from './graphql-schema.ts'
import { API, createNockedGitHub, HARBOUR, PATH, useNock } from './nocked.ts'

useNock()
const github = createNockedGitHub()

test.each([
  ['the comments of many threads', threadsQuery(10)],
  ['hiding comments', minimizeMutation(50)],
  ['rewriting comments', updateMutation(20)],
  ['node ids', nodeIdsQuery(50)],
  ['labels on and off', labelMutation(['addLabelsToLabelable', 'removeLabelsFromLabelable'])],
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

test('comments that are gone are left out, and the others hidden', async () => {
  nock(API)
    .post('/graphql')
    .reply(200, {
      data: { minimize0: null, minimize1: { minimizedComment: { isMinimized: true } } },
      errors: [{ type: 'NOT_FOUND', path: ['minimize0'], message: 'gone' }],
    })
  await expect(github.minimizeComments(['IC_1', 'IC_2'])).resolves.toBeUndefined()
})

describe('one label on many issues', () => {
  const label = { name: 'overdue', color: 'b60205', description: 'Late' }
  const ids = (found: object): object => ({ data: { repository: found } })

  test('takes two requests where the label exists; an issue that is gone is left out', async () => {
    let variables: unknown
    nock(API)
      .post('/graphql')
      .reply(200, {
        ...ids({ label: { id: 'LA_1' }, issue0: { id: 'I_4' }, issue1: null }),
        errors: [{ type: 'NOT_FOUND', path: ['repository', 'issue1'], message: 'gone' }],
      })
      .post('/graphql', (body: { variables: unknown }) => {
        variables = body.variables
        return true
      })
      .reply(200, { data: {} })
    await github.setLabel(HARBOUR, label, { add: [4, 5], remove: [] })
    expect(variables).toEqual({ label: 'LA_1', id0: 'I_4' })
  })

  test('creates it where it is missing, and finds it where it is written in another case', async () => {
    nock(API)
      .post('/graphql')
      .reply(200, ids({ label: null, issue0: { id: 'I_4' } }))
      .post(`${PATH}/labels`, label)
      .reply(422, {
        message: 'Validation Failed',
        errors: [{ resource: 'Label', field: 'name', code: 'already_exists' }],
      })
      .get(`${PATH}/labels/overdue`)
      .reply(200, { node_id: 'LA_2', name: 'Overdue' })
      .post('/graphql')
      .reply(200, { data: {} })
    await expect(github.setLabel(HARBOUR, label, { add: [4], remove: [] })).resolves.toBeUndefined()
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
    nock(API).get(`${PATH}/collaborators/ghost/permission`).reply(404, { message: 'Not Found' })
    expect(await github.canWrite(HARBOUR, 'ghost')).toBe(false)
  })
})

test('a comment that was deleted is null, and a reaction to it is no error', async () => {
  nock(API)
    .get(`${PATH}/issues/comments/7`)
    .reply(404, { message: 'Not Found' })
    .post(`${PATH}/issues/comments/7/reactions`, { content: '+1' })
    .reply(404, { message: 'Not Found' })
  expect(await github.comment(HARBOUR, 7)).toBeNull()
  await expect(github.react(HARBOUR, 7, '+1')).resolves.toBeUndefined()
})
