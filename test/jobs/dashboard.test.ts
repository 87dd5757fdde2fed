import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { Issue } from '../../src/local-github/views.ts'
import { createStory } from '../../src/local-github/story.ts'
import { mergeFiles } from '../stage.ts'
import { postmortem } from './postmortems.ts'
import { openWeeksStage, type WeeksStage } from './weeks-stage.ts'

// Weeks pass in one test, and a busy machine takes its time.
jest.setTimeout(30_000)

const PATH = 'postmortems/2026-03-01-checkout.md'
const TITLE = 'Postmortem action items'

let stage: WeeksStage
beforeEach(async () => {
  stage = await openWeeksStage('2026-03-02T10:00:00Z', {
    repositories: [{ name: 'board' }, { name: 'search' }],
  })
})
afterEach(() => stage.close())

const merge = async (): Promise<void> => {
  await mergeFiles(stage.story, { [PATH]: postmortem('Add an alert (@jonas)', 'Write a runbook') })
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
}

const dashboards = async (): Promise<Issue[]> =>
  (await stage.story.listIssues()).filter(({ body }) => body?.includes('By postmortem') === true)

const dashboard = async (): Promise<Issue> => {
  const [only, ...more] = await dashboards()
  expect(more).toEqual([])
  if (only === undefined) throw new Error('There is no dashboard.')
  return only
}

const writesToDashboard = (number: number): string[] =>
  stage.requests().filter((request) => request === `PATCH /repos/acme/shop/issues/${number}`)

test('is opened with the first action items, and follows every change by one write', async () => {
  await merge()
  const { number, title, labels, body } = await dashboard()
  expect(title).toBe(TITLE)
  expect(labels.map(({ name }) => name)).toEqual(['postmortem'])
  expect(body).toContain('**2 of 2 action items open**')
  stage.requests()
  await stage.story.closeIssue(2)
  await stage.settle()
  expect(writesToDashboard(number)).toHaveLength(1)
  expect((await dashboard()).body).toContain('**1 of 2 action items open**')
})

test('is written once for many changes in a row, and not at all without one', async () => {
  await merge()
  const { number } = await dashboard()
  stage.requests()
  await stage.story.closeIssue(2)
  await stage.story.assign(3, 'maya')
  await stage.settle()
  expect(writesToDashboard(number)).toHaveLength(1)
  await stage.look({ kind: 'dashboard' })
  await stage.look({ kind: 'paths', paths: [PATH] })
  await stage.settle()
  expect(writesToDashboard(number)).toEqual([])
})

test('costs two reads after a sync that changed nothing', async () => {
  await merge()
  stage.requests()
  expect(await stage.look({ kind: 'paths', paths: [PATH] })).toEqual([])
  stage.requests()
  expect(await stage.followUp()).toEqual([])
  expect(stage.requests()).toEqual(['POST /graphql', 'GET /repos/acme/shop/issues'])
})

test.each<[string, (number: number) => Promise<unknown>]>([
  ['emptied', (number) => stage.story.rewrite(number, '')],
  ['overwritten', (number) => stage.story.rewrite(number, 'Ours now.')],
  ['closed', (number) => stage.story.closeIssue(number)],
  ['deleted', (number) => stage.story.deleteIssue(number)],
])('is rebuilt at once where somebody has it %s', async (_, spoil) => {
  await merge()
  const before = await dashboard()
  await spoil(before.number)
  await stage.settle()
  const after = await dashboard()
  expect(after).toMatchObject({ state: 'open', title: TITLE, body: before.body })
})

test('keeps the title that people give it', async () => {
  await merge()
  const { number } = await dashboard()
  await stage.story.retitle(number, 'What we owe ourselves')
  await stage.story.closeIssue(2)
  await stage.settle()
  expect(await dashboard()).toMatchObject({ number, title: 'What we owe ourselves' })
})

test('that a stranger forged is left alone', async () => {
  await merge()
  const { number, body } = await dashboard()
  const forged = await stage.story.openIssue({ title: TITLE, body: body ?? '' }, 'stranger')
  await stage.story.closeIssue(2)
  await stage.settle()
  expect(await stage.story.readIssue(forged.number)).toMatchObject({ body, state: 'open' })
  expect((await stage.story.readIssue(number)).body).toContain('**1 of 2 action items open**')
})

test('of which a crash left two, the older stays', async () => {
  await merge()
  const { number, body } = await dashboard()
  const { github } = stage
  const second = await github.as(github.botLogin, 'POST /repos/acme/shop/issues', { title: TITLE, body })
  await stage.look({ kind: 'dashboard' })
  const { number: other } = second.body as Issue
  expect(await stage.story.readIssue(other)).toMatchObject({ state: 'closed', state_reason: 'duplicate' })
  expect(await stage.story.readIssue(number)).toMatchObject({ state: 'open' })
})

test('is not opened for a postmortem without action items, nor where the configuration has it off', async () => {
  await mergeFiles(stage.story, { 'postmortems/quiet.md': '# Quiet night\n\nNothing to do.\n' })
  await stage.settle()
  await stage.story.commitFile('.github/followthrough.yml', 'dashboard: false\n')
  await merge()
  expect(await dashboards()).toEqual([])
})

test('stands where the issues are, and weekly comments on the pull request', async () => {
  const board = createStory(stage.github, 'maya', 'board')
  await stage.story.commitFile('.github/followthrough.yml', 'issues: {repository: board}\n')
  // Nobody needs issues here.
  await stage.github.as('maya', 'PATCH /repos/acme/shop', { has_issues: false })
  const pull = await mergeFiles(stage.story, { [PATH]: postmortem('Add an alert (@jonas, due 2026-03-06)') })
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  expect((await board.listIssues()).map(({ title }) => title)).toEqual(['Add an alert', TITLE])
  stage.at('2026-03-09T09:00:00Z')
  await stage.rollUp()
  expect((await stage.shown(pull)).at(-1)).toContain(
    '- [acme/board#1](https://github.com/acme/board/issues/1) Add an alert: 3 days late, @jonas',
  )
  expect((await board.readIssue(1)).labels.map(({ name }) => name)).toContain('overdue')
})

test('of two repositories stand side by side where both have their issues, and each has its weekly comments', async () => {
  const pulls = new Map<string, number>()
  for (const repo of ['shop', 'search']) {
    const story = createStory(stage.github, 'maya', repo)
    await story.commitFile('.github/followthrough.yml', 'issues: {repository: board}\n')
    pulls.set(repo, await mergeFiles(story, { [PATH]: postmortem(`Add an alert for ${repo}`) }))
  }
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  const board = createStory(stage.github, 'maya', 'board')
  const boards = (await board.listIssues()).filter(({ title }) => title === TITLE)
  expect(boards.map(({ body }) => /Add an alert for \w+/.exec(body ?? '')?.[0])).toEqual([
    'Add an alert for shop',
    'Add an alert for search',
  ])

  stage.at('2026-03-09T09:00:00Z')
  for (const repo of ['board', 'shop', 'search']) await stage.look({ kind: 'rollup' }, repo)
  for (const [repo, pull] of pulls) {
    expect((await stage.shown(pull, repo)).at(-1)).toContain(`Add an alert for ${repo}: added`)
  }
  stage.requests()
  await stage.look({ kind: 'rollup' }, 'board')
  expect(stage.requests()).toEqual(['GET /repos/acme/board/issues', 'POST /graphql'])
})
