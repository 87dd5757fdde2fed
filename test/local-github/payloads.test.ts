import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import { objectionsToPayload } from '../webhook-schema.ts'

const FIXTURES = new URL('../../fixtures/webhooks/', import.meta.url)

describe('a payload of the fixtures is one that GitHub sends', () => {
  test.each(readdirSync(FIXTURES))('%s', (file) => {
    const payload = JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as { action?: string }
    const name = /^(push|pull-request|issues|issue-comment)/.exec(file)?.[0].replace('-', '_') ?? file
    const event = payload.action === undefined ? name : `${name}.${payload.action}`
    expect(objectionsToPayload(event, payload)).toEqual([])
  })
})

test('a payload that GitHub never sends is told, whether a field is missing, wrong or the event unknown', () => {
  const payload = JSON.parse(readFileSync(new URL('issues-closed.json', FIXTURES), 'utf8')) as {
    issue: { number: unknown; title?: string }
  }
  payload.issue.number = 'two'
  delete payload.issue.title
  expect(objectionsToPayload('issues.closed', payload)).toEqual(
    expect.arrayContaining(["/issue must have required property 'title'", '/issue/number must be integer']),
  )
  expect(objectionsToPayload('issues.shut', payload)).toEqual(['GitHub knows no event issues.shut'])
})

describe('what the local GitHub sends is a full payload of GitHub', () => {
  let github: LocalGitHub
  let story: Story

  beforeAll(async () => {
    github = await startLocalGitHub({ repositories: [{ name: 'tools' }] })
    story = createStory(github)
  })
  beforeEach(() => github.reset())
  afterAll(() => github.close())

  const sent = (): Record<string, string[]> =>
    Object.fromEntries(
      github.deliveries.map(({ event, action, payload }) => {
        const name = action === null ? event : `${event}.${action}`
        return [name, objectionsToPayload(name, payload)]
      }),
    )

  const fine = (...events: string[]): Record<string, string[]> =>
    Object.fromEntries(events.map((event) => [event, []]))

  test('of the life of an issue', async () => {
    const { number } = await story.openIssue({ title: 'A', body: 'a', labels: ['x'], assignees: ['maya'] })
    await story.retitle(number, 'B')
    await story.rewrite(number, 'b')
    await story.unlabel(number, 'x')
    await story.unassign(number, 'maya')
    await story.closeIssue(number, 'not_planned')
    await story.reopen(number)
    await story.deleteIssue(number)

    expect(sent()).toEqual(
      fine(
        'issues.opened',
        'issues.labeled',
        'issues.assigned',
        'issues.edited',
        'issues.unlabeled',
        'issues.unassigned',
        'issues.closed',
        'issues.reopened',
        'issues.deleted',
      ),
    )
  })

  test('of an issue that moves, and arrives', async () => {
    const { number } = await story.openIssue({ title: 'A' })
    await story.transferIssue(number, 'tools')
    expect(sent()).toEqual(fine('issues.opened', 'issues.transferred'))
  })

  test('of comments', async () => {
    const { number } = await story.openIssue({ title: 'A' })
    const { id } = await story.comment(number, 'one')
    await github.as('maya', `PATCH /repos/acme/shop/issues/comments/${id}`, { body: 'two' })
    await github.as('maya', `DELETE /repos/acme/shop/issues/comments/${id}`)
    await github.as(github.botLogin, `POST /repos/acme/shop/issues/${number}/comments`, { body: 'three' })

    expect(sent()).toEqual(
      fine('issues.opened', 'issue_comment.created', 'issue_comment.edited', 'issue_comment.deleted'),
    )
  })

  test('of a pull request, from its first commit to the merge', async () => {
    const { number } = await story.openPullRequest({ files: { 'a.md': 'a' }, title: 'Add', branch: 'add' })
    await story.changePullRequest(number, { draft: true })
    await story.changePullRequest(number, { draft: false })
    await story.push({ 'a.md': 'b' }, 'Better', 'add')
    await story.retitle(number, 'Add a file')
    await story.comment(number, 'Fine.')
    await story.label(number, 'docs')
    await story.closeIssue(number)
    await story.reopen(number)
    await story.merge(number)

    expect(sent()).toEqual(
      fine(
        'push',
        'pull_request.opened',
        'pull_request.converted_to_draft',
        'pull_request.ready_for_review',
        'pull_request.synchronize',
        'pull_request.edited',
        'issue_comment.created',
        'pull_request.labeled',
        'pull_request.closed',
        'pull_request.reopened',
      ),
    )
  })

  test('of a pull request from a fork', async () => {
    await story.openPullRequest({
      files: { 'a.md': 'a' },
      title: 'Add',
      author: 'stranger',
      branch: 'outside',
      fork: true,
    })
    expect(sent()).toEqual(fine('pull_request.opened'))
  })

  test('of a check that someone asks for again', async () => {
    const sha = await story.push({ 'a.md': 'a' }, 'Add')
    const { body } = await github.as(github.botLogin, 'POST /repos/acme/shop/check-runs', {
      name: 'Action items',
      head_sha: sha,
      status: 'completed',
      conclusion: 'success',
    })
    await story.rerunCheck((body as { id: number }).id)
    expect(sent()).toEqual(fine('push', 'check_run.rerequested'))
  })
})
