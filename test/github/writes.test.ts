import { describe, expect, test } from '@jest/globals'
import nock from 'nock'
import { API, createNockedGitHub, HARBOUR, PATH, restIssue, useNock } from './nocked.ts'

useNock()
const github = createNockedGitHub()

const NEW = {
  title: 'Alert on lag',
  body: 'Body',
  labels: ['postmortem'],
  assignees: ['mira', 'nobody-here'],
}
const refused = (field: string, code: string): object => ({
  message: 'Validation Failed',
  errors: [{ resource: 'Issue', field, code }],
})

describe('an issue is opened', () => {
  test('with its title, body, labels and assignees, and nothing that GitHub does not know', async () => {
    nock(API).post(`${PATH}/issues`, NEW).reply(201, restIssue(12))
    const operation = { ...NEW, kind: 'create-issue', reason: 'new in the document' }
    expect(await github.createIssue(HARBOUR, operation)).toMatchObject({ number: 12, state: 'open' })
  })

  test('without those who cannot be assigned, where GitHub refuses it for them', async () => {
    nock(API)
      .post(`${PATH}/issues`, NEW)
      .reply(422, refused('assignees', 'invalid'))
      .get(`${PATH}/assignees/mira`)
      .reply(204)
      .get(`${PATH}/assignees/nobody-here`)
      .reply(404)
      .post(`${PATH}/issues`, { ...NEW, assignees: ['mira'] })
      .reply(201, restIssue(12))
    expect(await github.createIssue(HARBOUR, NEW)).toMatchObject({ number: 12 })
  })

  test.each([500, 502])(
    'only once, although GitHub answers %d: it may be there all the same',
    async (status) => {
      nock(API).post(`${PATH}/issues`).reply(status)
      await expect(github.createIssue(HARBOUR, NEW)).rejects.toMatchObject({ name: 'RetryableError' })
    },
  )

  test('only once, although the connection breaks', async () => {
    nock(API).post(`${PATH}/issues`).replyWithError(new Error('socket hang up'))
    await expect(github.createIssue(HARBOUR, NEW)).rejects.toMatchObject({ name: 'RetryableError' })
  })

  test('again after a rate limit, because GitHub did nothing', async () => {
    nock(API)
      .post(`${PATH}/issues`)
      .reply(403, { message: 'You have exceeded a secondary rate limit' }, { 'retry-after': '7' })
      .post(`${PATH}/issues`)
      .reply(201, restIssue(12))
    expect(await github.createIssue(HARBOUR, NEW)).toMatchObject({ number: 12 })
  })

  test('not where another field is refused', async () => {
    nock(API).post(`${PATH}/issues`).reply(422, refused('title', 'missing_field'))
    await expect(github.createIssue(HARBOUR, NEW)).rejects.toMatchObject({ name: 'PermanentError' })
  })
})

describe('an issue is changed', () => {
  test('in what is named and nothing else', async () => {
    nock(API)
      .patch(`${PATH}/issues/12`, { state: 'closed', state_reason: 'completed' })
      .reply(200, restIssue(12, { state: 'closed', state_reason: 'completed' }))
    const issue = await github.updateIssue(HARBOUR, 12, { state: 'closed', stateReason: 'completed' })
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
  })

  test('without those who cannot be assigned', async () => {
    nock(API)
      .patch(`${PATH}/issues/12`, { title: 'New', assignees: ['nobody-here'] })
      .reply(422, refused('assignees', 'invalid'))
      .get(`${PATH}/assignees/nobody-here`)
      .reply(404)
      .patch(`${PATH}/issues/12`, { title: 'New', assignees: [] })
      .reply(200, restIssue(12, { title: 'New' }))
    const issue = await github.updateIssue(HARBOUR, 12, { title: 'New', assignees: ['nobody-here'] })
    expect(issue.title).toBe('New')
  })

  test('again after a server error, because a change made twice is made once', async () => {
    nock(API).patch(`${PATH}/issues/12`).reply(502).patch(`${PATH}/issues/12`).reply(200, restIssue(12))
    expect(await github.updateIssue(HARBOUR, 12, { body: 'New' })).toMatchObject({ number: 12 })
  })
})

describe('labels', () => {
  const label = { name: 'Action-Item', color: '0e8a16', description: 'From a postmortem' }

  test('a label is created with its colour and description, and nothing else', async () => {
    nock(API).post(`${PATH}/labels`, label).reply(201, {})
    const operation = { ...label, kind: 'create-label', reason: 'does not exist yet' }
    await expect(github.createLabel(HARBOUR, operation)).resolves.toBeUndefined()
  })

  test('a label that exists already is left as it is', async () => {
    nock(API).post(`${PATH}/labels`, label).reply(422, refused('name', 'already_exists'))
    await expect(github.createLabel(HARBOUR, label)).resolves.toBeUndefined()
  })

  test('a label that GitHub refuses is an error', async () => {
    nock(API).post(`${PATH}/labels`).reply(422, refused('color', 'invalid'))
    await expect(github.createLabel(HARBOUR, label)).rejects.toMatchObject({ name: 'PermanentError' })
  })

  test('labels are added to an issue', async () => {
    nock(API)
      .post(`${PATH}/issues/12/labels`, { labels: ['overdue'] })
      .reply(200, [])
    await expect(github.addLabels(HARBOUR, 12, ['overdue'])).resolves.toBeUndefined()
  })

  test('a label that is off already is no error', async () => {
    nock(API)
      .delete(`${PATH}/issues/12/labels/priority%3A%20P1`)
      .reply(404, { message: 'Label does not exist' })
    await expect(github.removeLabel(HARBOUR, 12, 'priority: P1')).resolves.toBeUndefined()
  })

  test('an issue that is not there is an error', async () => {
    nock(API).delete(`${PATH}/issues/12/labels/overdue`).twice().reply(404, { message: 'Not Found' })
    await expect(github.removeLabel(HARBOUR, 12, 'overdue')).rejects.toMatchObject({ name: 'NotFoundError' })
  })
})

describe('comments', () => {
  test('a comment is written once, although GitHub answers 502', async () => {
    nock(API).post(`${PATH}/issues/318/comments`, { body: 'Status' }).reply(502)
    await expect(github.createComment(HARBOUR, 318, 'Status')).rejects.toMatchObject({
      name: 'RetryableError',
    })
  })

  test('a comment is written and changed', async () => {
    const url = 'https://github.com/c/7'
    nock(API)
      .post(`${PATH}/issues/318/comments`, { body: 'Status' })
      .reply(201, { id: 7, body: 'Status', html_url: url })
      .patch(`${PATH}/issues/comments/7`, { body: 'Done' })
      .reply(200, {})
    expect(await github.createComment(HARBOUR, 318, 'Status')).toEqual({ id: 7, body: 'Status', url })
    await expect(github.updateComment(HARBOUR, 7, 'Done')).resolves.toBeUndefined()
  })
})
