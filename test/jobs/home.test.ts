import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createStory, type Story } from '../../src/local-github/story.ts'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'
const CONFIG = '.github/followthrough.yml'
const ITEMS = ['Add an alert on the payment error rate (@jonas)', 'Write a runbook for the failover']

let stage: Stage
let board: Story

const open = async (
  config: string,
  options: { private?: boolean; boardIsPrivate?: boolean } = {},
): Promise<void> => {
  const { private: isPrivate = false, boardIsPrivate = false } = options
  const repositories = [{ name: 'board', private: boardIsPrivate }]
  stage = await openStage({ private: isPrivate, repositories }, IMPATIENT)
  board = createStory(stage.github, 'maya', 'board')
  await stage.story.commitFile(CONFIG, config)
}

const settle = async (): Promise<void> => {
  await stage.play()
  await stage.followUp()
}

const statusOf = async (pull: number): Promise<string> =>
  (await stage.story.listComments(pull))[0]?.body ?? ''

const titles = async (story: Story): Promise<string[]> =>
  (await story.listIssues()).map(({ title }) => title).filter((title) => !title.startsWith('Postmortem'))

afterEach(() => stage.close())

describe('issues in another repository of the same owner', () => {
  let pull: number
  beforeEach(async () => {
    await open('issues: {repository: board}\ndashboard: false\n')
    pull = await mergeFiles(stage.story, { [PATH]: postmortem(...ITEMS) })
    await settle()
  })

  test('are opened there, labelled, assigned and linked, and the status names them in full', async () => {
    expect(await titles(board)).toEqual([
      'Add an alert on the payment error rate',
      'Write a runbook for the failover',
    ])
    expect(await titles(stage.story)).toEqual([])
    const [issue] = await board.listIssues()
    expect(issue?.labels.map(({ name }) => name)).toEqual(['postmortem', 'action-item'])
    expect(issue?.assignees.map(({ login }) => login)).toEqual(['jonas'])
    expect(issue?.body).toContain(`/acme/shop/pull/${pull})`)
    expect(await statusOf(pull)).toContain('[acme/board#1]')
  })

  test('bring the status up to date when they are closed there', async () => {
    await board.closeIssue(1)
    await settle()
    expect(await statusOf(pull)).toContain('1 of 2 done')
  })

  test('are updated by an edit, and a second sync writes nothing', async () => {
    await mergeFiles(stage.story, {
      [PATH]: postmortem(ITEMS[0] ?? '', 'Write a runbook for the failover of payments'),
    })
    await settle()
    expect(await titles(board)).toEqual([
      'Add an alert on the payment error rate',
      'Write a runbook for the failover of payments',
    ])
    const look = { kind: 'paths' as const, paths: [PATH] }
    const job = { installationId: 2002, repository: { owner: 'acme', repo: 'shop' }, delivery: 'again', look }
    expect(await stage.run(job)).toEqual([])
  })

  test('deleted there are not opened again', async () => {
    await board.deleteIssue(2)
    await settle()
    await mergeFiles(stage.story, { [PATH]: postmortem(...ITEMS, 'Pin the version of the client') })
    await settle()
    expect(await titles(board)).toHaveLength(2)
    expect(await statusOf(pull)).toContain('deleted')
  })

  test('stay where they are when later ones go elsewhere', async () => {
    await stage.story.commitFile(CONFIG, 'dashboard: false\n')
    await mergeFiles(stage.story, { [PATH]: postmortem(...ITEMS, 'Pin the version of the client') })
    await settle()
    expect(await titles(board)).toHaveLength(2)
    expect(await titles(stage.story)).toEqual(['Pin the version of the client'])
    const status = await statusOf(pull)
    expect(status).toContain('acme/board#1')
    expect(status).toContain('0 of 3 done')
  })

  test('stay where they are, too, when an item is worded otherwise after that', async () => {
    await stage.story.commitFile(CONFIG, 'dashboard: false\n')
    await mergeFiles(stage.story, {
      [PATH]: postmortem(ITEMS[0] ?? '', 'Write a runbook for the failover of payments', 'Pin the client'),
    })
    await settle()
    expect(await titles(stage.story)).toEqual(['Pin the client'])
    await board.closeIssue(2)
    await settle()
    expect(await statusOf(pull)).toContain('1 of 3 done')
    await mergeFiles(stage.story, {
      [PATH]: postmortem(ITEMS[0] ?? '', 'Write a runbook for each failover of payments', 'Pin the client'),
    })
    await settle()
    expect(await titles(stage.story)).toEqual(['Pin the client'])
    expect(await statusOf(pull)).toContain('1 of 3 done')
  })

  test('an item that links an issue of its own repository follows that one', async () => {
    const theirs = await stage.story.openIssue({ title: 'Alert on payment errors' })
    await mergeFiles(stage.story, {
      'postmortems/second.md': postmortem(`Alert on payment errors #${theirs.number}`),
    })
    await settle()
    expect(await titles(board)).toHaveLength(2)
    expect(await stage.story.listComments(theirs.number)).toHaveLength(1)
  })
})

test('an issue that was moved stays the one of its item, also when that is worded otherwise later', async () => {
  await open('dashboard: false\n')
  const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...ITEMS) })
  await settle()
  await stage.story.transferIssue(3, 'board')
  await settle()
  await mergeFiles(stage.story, {
    [PATH]: postmortem(ITEMS[0] ?? '', 'Write a runbook for the failover of payments'),
  })
  await settle()
  expect(await titles(stage.story)).toEqual(['Add an alert on the payment error rate'])
  await board.closeIssue(1)
  await settle()
  expect(await statusOf(pull)).toContain('1 of 2 done')
})

test('the dashboard that was left behind is closed by the weekly job, and is the dashboard again when issues come back', async () => {
  await open('{}\n')
  await mergeFiles(stage.story, { [PATH]: postmortem(...ITEMS) })
  await settle()
  await stage.story.commitFile(CONFIG, 'issues: {repository: board}\n')
  await settle()
  const job = { installationId: 2002, repository: { owner: 'acme', repo: 'shop' }, delivery: 'weekly' }
  const dashboard = async () =>
    (await stage.story.listIssues()).find(({ title }) => title === 'Postmortem action items')
  await stage.run({ ...job, look: { kind: 'rollup' } })
  expect(await dashboard()).toMatchObject({
    state: 'closed',
    body: expect.stringContaining('go to another repository now'),
  })
  expect(await stage.run({ ...job, look: { kind: 'rollup' } })).toEqual([])
  await stage.story.commitFile(CONFIG, '{}\n')
  await stage.run({ ...job, look: { kind: 'dashboard' } })
  expect(await dashboard()).toMatchObject({
    state: 'open',
    body: expect.stringContaining('2 of 2 action items open'),
  })
})

describe('nothing is opened, and the status says why', () => {
  const cases: [string, string, { private?: boolean; boardIsPrivate?: boolean }, string][] = [
    ['from private to public', 'issues: {repository: board}', { private: true }, 'is public'],
    ['for another owner', 'issues: {repository: other/board}', {}, 'can only go to a repository of'],
    ['in a repository that is not there', 'issues: {repository: nowhere}', {}, 'does not exist'],
  ]
  test.each(cases)('%s', async (_, config, options, words) => {
    await open(config, options)
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...ITEMS) })
    await settle()
    expect(await statusOf(pull)).toContain(words)
    expect([...(await titles(board)), ...(await titles(stage.story))]).toEqual([])
  })

  test.each([
    ['where the configuration allows it', 'issues: {repository: board, allowPublic: true}', {}],
    ['from private to private', 'issues: {repository: board}', { boardIsPrivate: true }],
  ])('but they are %s', async (_, config, options) => {
    await open(config, { private: true, ...options })
    await mergeFiles(stage.story, { [PATH]: postmortem(...ITEMS) })
    await settle()
    expect(await titles(board)).toHaveLength(2)
  })
})
