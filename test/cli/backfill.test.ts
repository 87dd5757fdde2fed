import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import { postmortem } from '../jobs/postmortems.ts'
import { mergeFiles } from '../stage.ts'
import { main, runCli, type CliRun } from './run-cli.ts'

// Each write of the command waits a second, as GitHub asks.
jest.setTimeout(60_000)

let github: LocalGitHub
beforeAll(async () => {
  github = await startLocalGitHub({ repositories: [{ name: 'empty' }] })
  const files = { 'postmortems/a.md': postmortem('Alert on the queue (@jonas)', 'Rehearse the failover') }
  await mergeFiles(createStory(github), files)
})
afterAll(() => github.close())

const backfill = (args: string[], environment: Record<string, string>): Promise<CliRun> =>
  runCli(['backfill', ...args], '.', { environment: { GITHUB_API_URL: github.apiUrl, ...environment } })
const asPerson = async (): Promise<Record<string, string>> => ({
  GITHUB_TOKEN: await github.tokenFor('maya'),
})
const asApp = (): Record<string, string> => ({
  APP_ID: String(github.appId),
  PRIVATE_KEY: github.privateKey,
})
const titles = async (): Promise<string[]> =>
  (await createStory(github).listIssues()).map(({ title }) => title)

test('prints the plan as a table and writes nothing, unless told to', async () => {
  const { exitCode, stdout, stderr } = await backfill(['acme/shop'], await asPerson())
  expect(exitCode).toBe(0)
  expect(stderr).toBe('Postmortems on main: 1. Acting as maya.\n')
  expect(stdout).toMatch(/postmortems\/a\.md\s*│ Alert on the queue\s*│ open\s*│ @jonas/)
  expect(stdout).toContain(
    'To do: issues opened: 2 · statuses written: 1\nNothing was written. Add --apply to do it.',
  )
  expect(await titles()).toEqual([])
})

test('is done by nobody but the app, which would open issues of a person again', async () => {
  const { exitCode, stderr } = await backfill(['acme/shop', '--apply'], await asPerson())
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(/^As maya, this command can only print the plan: .* Use the credentials of the app/)
  expect(await titles()).toEqual([])
})

test('Ctrl-C stops it at once and says how to go on', async () => {
  github.fault({ match: { method: 'POST', path: /issues$/ }, kind: 'hang' })
  const environment = { ...process.env, ...asApp(), GITHUB_API_URL: github.apiUrl }
  const child = spawn(process.execPath, [main, 'backfill', 'acme/shop', '--apply'], { env: environment })
  let stderr = ''
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString()
    if (!child.killed && stderr.includes('Acting as')) child.kill('SIGINT')
  })
  expect(await once(child, 'exit')).toEqual([130, null])
  expect(stderr).toContain('Stopped. Start the command again to go on where it was.')
})

test('does it with --apply; a second run, with a token of the installation, finds nothing to do', async () => {
  github.clearFaults()
  const first = await backfill(['acme/shop', '--apply'], asApp())
  expect(first).toMatchObject({
    exitCode: 0,
    stderr: `Postmortems on main: 1. Acting as ${github.botLogin}.\n`,
    stdout: expect.stringContaining('Done: issues opened: 2 · statuses written: 1'),
  })
  expect(await titles()).toEqual(['Alert on the queue', 'Rehearse the failover'])
  const token = { GITHUB_TOKEN: await github.tokenFor(github.botLogin) }
  expect((await backfill(['acme/shop', '--apply'], token)).stdout).toBe(
    'Done: issues opened: 0 · statuses written: 0\n',
  )
})

test('does not plan beside another account that keeps the items already', async () => {
  const { exitCode, stderr } = await backfill(['acme/shop'], await asPerson())
  expect(exitCode).toBe(1)
  expect(stderr).toContain(`kept by ${github.botLogin}`)
})

describe('says what is wrong', () => {
  const token = { GITHUB_TOKEN: 'ghp_wrong' }

  test.each([
    ['without credentials', ['acme/shop'], {}, 2, 'Neither GITHUB_TOKEN nor APP_ID is set'],
    ['without an owner', ['shop'], token, 2, 'Give it as OWNER/REPO'],
    ['with a day that does not exist', ['acme/shop', '--since', '2026-02-30'], token, 2, 'YYYY-MM-DD'],
    [
      'with an address that is none',
      ['acme/shop'],
      { ...token, GITHUB_API_URL: 'ghe' },
      2,
      'must be an address',
    ],
    [
      'without a key',
      ['acme/shop'],
      { APP_ID: '1', PRIVATE_KEY: 'x' },
      2,
      'PRIVATE_KEY or PRIVATE_KEY_PATH must',
    ],
    ['with a name for a number', ['acme/shop'], { APP_ID: 'shop' }, 2, 'APP_ID must be the number'],
  ])('%s', async (_, args, environment, exitCode, words) => {
    const run = await backfill(args, environment)
    expect(run.stderr).toContain(words)
    expect(run.exitCode).toBe(exitCode)
  })

  test('where GitHub refuses the credentials', async () => {
    github.fault({ match: { path: /acme\/shop/ }, kind: '401', times: 9 })
    const run = await backfill(['acme/shop'], asApp())
    github.clearFaults()
    expect(run.stderr).toMatch(/^GitHub does not accept these credentials/)
    expect(run.exitCode).toBe(1)
  })

  test('where no file is a postmortem', async () => {
    const run = await backfill(['acme/empty'], await asPerson())
    expect(run.stderr).toContain('No Markdown file there is a postmortem by its path')
    expect(run.exitCode).toBe(0)
  })

  test('for a repository that is not there', async () => {
    for (const identity of [await asPerson(), asApp()]) {
      const run = await backfill(['acme/nowhere'], identity)
      expect(run.stderr).toMatch(/^acme\/nowhere does not exist, or these credentials do not reach it/)
      expect(run.exitCode).toBe(1)
    }
  })
})
