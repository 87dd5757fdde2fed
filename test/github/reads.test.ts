import { describe, expect, test } from '@jest/globals'
import nock from 'nock'
import { API, BOT, createNockedGitHub, HARBOUR, PATH, restIssue, useNock } from './nocked.ts'

useNock()
const github = createNockedGitHub()

describe('own issues', () => {
  const firstPage = { creator: BOT, state: 'all', per_page: '100' }

  test('every page is read, and the fields are put into our words', async () => {
    const second = `${API}/repositories/1/issues?page=2`
    nock(API)
      .get(`${PATH}/issues`)
      .query(firstPage)
      .reply(
        200,
        [restIssue(9, { state: 'closed', state_reason: 'not_planned', closed_at: '2026-11-05T08:00:00Z' })],
        {
          link: `<${second}>; rel="next"`,
        },
      )
      .get('/repositories/1/issues?page=2')
      .reply(200, [restIssue(4, { body: null })])
    expect(await github.ownIssues(HARBOUR)).toEqual([
      {
        number: 9,
        title: 'Item 9',
        body: 'What to do',
        state: 'closed',
        stateReason: 'not_planned',
        labels: ['postmortem'],
        assignees: ['mira'],
        createdAt: '2026-11-03T13:21:07Z',
        closedAt: '2026-11-05T08:00:00Z',
        url: 'https://github.com/lakeside-cargo/harbour/issues/9',
      },
      expect.objectContaining({ number: 4, body: '', stateReason: null, closedAt: null }),
    ])
  })

  test('pull requests and issues of anyone else are left out', async () => {
    nock(API)
      .get(`${PATH}/issues`)
      .query(firstPage)
      .reply(200, [
        restIssue(1, { pull_request: { url: '' } }),
        restIssue(2, { user: { login: 'mallory', type: 'User' } }),
        restIssue(3, { user: { login: BOT, type: 'User' } }),
        restIssue(4, { user: null }),
        restIssue(5),
      ])
    expect((await github.ownIssues(HARBOUR)).map(({ number }) => number)).toEqual([5])
  })
})

test("only the app's own comments are read, oldest first", async () => {
  const comment = (id: number, login: string, type: string): object => ({
    id,
    body: `Comment ${id}`,
    html_url: `https://github.com/c/${id}`,
    user: { login, type },
  })
  nock(API)
    .get(`${PATH}/issues/318/comments?per_page=100`)
    .reply(200, [
      comment(1, 'mira', 'User'),
      comment(2, BOT, 'Bot'),
      comment(3, 'ci[bot]', 'Bot'),
      comment(4, BOT, 'Bot'),
    ])
  expect(await github.ownComments(HARBOUR, 318)).toEqual([
    { id: 2, body: 'Comment 2', url: 'https://github.com/c/2' },
    { id: 4, body: 'Comment 4', url: 'https://github.com/c/4' },
  ])
})

describe('one own issue', () => {
  const isNowIn = (name: string, number: number): void => {
    const issue = { ...restIssue(number), repository_url: `${API}/repos/lakeside-cargo/${name}` }
    nock(API)
      .get(`${PATH}/issues/318`)
      .reply(301, undefined, { location: `${API}/repositories/2/issues/${number}` })
    nock(API).get(`/repositories/2/issues/${number}`).reply(200, issue)
  }

  test('that was transferred is none here: its new number is another issue’s', async () => {
    isNowIn('archive', 4)
    nock(API)
      .get(PATH)
      .reply(200, { name: 'harbour', owner: { login: 'lakeside-cargo' } })
    expect(await github.ownIssue(HARBOUR, 318)).toBeNull()
  })

  test('of a repository that was renamed is the same', async () => {
    isNowIn('port', 318)
    nock(API)
      .get(PATH)
      .reply(200, { name: 'port', owner: { login: 'lakeside-cargo' } })
    expect(await github.ownIssue(HARBOUR, 318)).toMatchObject({ number: 318 })
  })
})

test('a deleted issue has no comments', async () => {
  nock(API).get(`${PATH}/issues/318/comments?per_page=100`).reply(410, { message: 'This issue was deleted' })
  expect(await github.ownComments(HARBOUR, 318)).toEqual([])
})

test('the paths of a pull request hold both names of a renamed file', async () => {
  nock(API)
    .get(`${PATH}/pulls/318/files?per_page=100`)
    .reply(200, [
      { filename: 'a.md', status: 'added' },
      { filename: 'new.md', previous_filename: 'old.md', status: 'renamed' },
      { filename: 'old.md', status: 'added' },
    ])
  expect(await github.pullRequestPaths(HARBOUR, 318)).toEqual(['a.md', 'old.md', 'new.md'])
})

test('labels are read by name', async () => {
  nock(API)
    .get(`${PATH}/labels?per_page=100`)
    .reply(200, [{ name: 'bug' }, { name: 'Postmortem' }])
  expect(await github.labels(HARBOUR)).toEqual(['bug', 'Postmortem'])
})
