import { afterEach, beforeEach, expect, test, jest } from '@jest/globals'
import { Probot } from 'probot'
import { listInstallations } from '../../src/github/installations.ts'
import { createOctokitClass } from '../../src/github/octokit.ts'
import { enqueueRollups } from '../../src/jobs/weekly.ts'
import { createStory, type Story } from '../../src/local-github/story.ts'
import { mergeFiles } from '../stage.ts'
import { postmortem } from './postmortems.ts'
import { openWeeksStage, type WeeksStage } from './weeks-stage.ts'

// Weeks pass in one test, and a busy machine takes its time.
jest.setTimeout(30_000)

const NAMES = [
  'shop',
  'archived',
  'disabled',
  'misconfigured',
  'removed',
  'renamed',
  'unreadable',
  'unwritable',
  'search',
]

let stage: WeeksStage
let stories: Map<string, { story: Story; pull: number }>

beforeEach(async () => {
  stage = await openWeeksStage('2026-03-02T10:00:00Z', {
    repositories: NAMES.slice(1).map((name) => ({ name })),
  })
  stories = new Map()
  for (const name of NAMES) {
    const story = createStory(stage.github, 'maya', name)
    const pull = await mergeFiles(story, {
      'postmortems/outage.md': postmortem('Add an alert on the error rate (@jonas, due 2026-03-06)'),
    })
    stories.set(name, { story, pull })
  }
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  stage.at('2026-03-09T09:00:00Z')
}, 20_000)
afterEach(() => stage.close())

const ignore = (): void => undefined
const warn = (fields: object, message: string): void => {
  stage.logged.push(JSON.stringify({ level: 'warn', message, ...fields }))
}

/**
 * The weekly run as the schedule starts it.
 *
 * @param before happens when the list of repositories was read already
 */
const runWeek = async (before: () => Promise<unknown> = () => Promise.resolve()): Promise<number> => {
  const { github } = stage
  const probot = new Probot({
    appId: github.appId,
    privateKey: github.privateKey,
    baseUrl: github.apiUrl,
    Octokit: createOctokitClass({ writeIntervalMs: 0 }),
    logLevel: 'fatal',
  })
  return enqueueRollups({
    installations: listInstallations((id) => probot.auth(id)),
    enqueue: async (job) => {
      await before()
      await stage.run(job)
    },
    log: { debug: ignore, info: ignore, warn, error: warn },
  })
}

const weekly = async (name: string): Promise<string[]> => {
  const { story, pull } = stories.get(name) ?? {}
  const comments = (await story?.listComments(pull ?? 0)) ?? []
  return comments.map(({ body }) => body).filter((body) => body.includes('### Week 11'))
}

const change = (name: string, settings: object): Promise<unknown> =>
  stage.github.as('maya', `PATCH /repos/acme/${name}`, settings)

const warnings = (): { repository?: { repo: string }; message: string }[] =>
  stage.logged
    .map((line) => JSON.parse(line) as { level: string; message: string })
    .filter(({ level }) => level === 'warn')

test('where it cannot be done is skipped with one line in the log, and the others go on', async () => {
  await change('archived', { archived: true })
  await change('disabled', { has_issues: false })
  await stories.get('misconfigured')?.story.commitFile('.github/followthrough.yml', 'rollups: true\n')
  // The app has lost the permission to read issues, or to write anything.
  const { pull: unwritable = 0 } = stories.get('unwritable') ?? {}
  for (const path of [
    '/repos/acme/unreadable/issues',
    `/repos/acme/unwritable/issues/${unwritable}/comments`,
  ]) {
    stage.github.fault({ match: { path }, kind: '403' })
  }
  stage.logged.length = 0

  let isUnderWay = false
  const inMidRun = async (): Promise<void> => {
    if (isUnderWay) return
    isUnderWay = true
    await change('renamed', { name: 'otherwise' })
    await stage.github.as('maya', 'DELETE /repos/acme/removed')
  }
  expect(await runWeek(inMidRun)).toBe(NAMES.length)
  const { pull = 0 } = stories.get('renamed') ?? {}
  stories.set('renamed', { story: createStory(stage.github, 'maya', 'otherwise'), pull })
  expect(await weekly('renamed')).toHaveLength(1)
  expect(await weekly('shop')).toHaveLength(1)
  expect(await weekly('search')).toHaveLength(1)
  for (const name of ['archived', 'disabled', 'misconfigured', 'unreadable', 'unwritable']) {
    expect([name, await weekly(name)]).toEqual([name, []])
  }
  expect(warnings().map(({ repository, message }) => `${repository?.repo ?? ''}: ${message}`)).toEqual([
    'archived: No weekly comments here: the repository is archived.',
    expect.stringMatching(/^disabled: No weekly comments here: Issues are switched off in this repository/),
    'misconfigured: No weekly comments here: its configuration cannot be used.',
    expect.stringMatching(/^removed: No weekly comments here: .* 'acme\/removed'/),
    expect.stringMatching(
      /^unreadable: No weekly comments here: .* 403 Resource not accessible by integration/,
    ),
    expect.stringMatching(
      /^unwritable: No weekly comments here: .* 403 Resource not accessible by integration/,
    ),
  ])
}, 20_000)

test('an installation that cannot be entered is left out', async () => {
  stage.github.fault({ match: { path: /\/access_tokens$/ }, kind: '403' })
  stage.logged.length = 0
  expect(await runWeek()).toBe(0)
  expect(warnings()).toMatchObject([
    { message: expect.stringContaining('No weekly comments in this installation') },
  ])
})
