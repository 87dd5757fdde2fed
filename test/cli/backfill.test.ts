import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startLocalGitHub, type LocalGitHub } from '../../src/local-github/server.ts'
import { createStory } from '../../src/local-github/story.ts'
import { postmortem } from '../jobs/postmortems.ts'
import { mergeFiles } from '../stage.ts'
import { runCli, type CliRun } from './run-cli.ts'

// Each write of the command waits a second, as GitHub asks.
jest.setTimeout(60_000)

let github: LocalGitHub
beforeAll(async () => {
  github = await startLocalGitHub()
  const files = { 'postmortems/a.md': postmortem('Alert on the queue (@jonas)', 'Rehearse the failover') }
  await mergeFiles(createStory(github), files)
})
afterAll(() => github.close())

const backfill = async (args: string[], login: string | null = 'maya'): Promise<CliRun> => {
  const token = login === null ? '' : await github.tokenFor(login)
  return runCli(['backfill', ...args], '.', { GITHUB_TOKEN: token, GITHUB_API_URL: github.apiUrl })
}
const titles = async (): Promise<string[]> =>
  (await createStory(github).listIssues()).map(({ title }) => title)

test('prints the plan as a table and writes nothing, unless told to', async () => {
  const { exitCode, stdout, stderr } = await backfill(['acme/shop'])
  expect(exitCode).toBe(0)
  expect(stderr).toBe('Postmortems on main: 1. Acting as maya.\n')
  expect(stdout).toMatch(/postmortems\/a\.md\s*│ Alert on the queue\s*│ open\s*│ @jonas/)
  expect(stdout).toContain(
    'To do: issues opened: 2 · statuses written: 1\nNothing was written. Add --apply to do it.',
  )
  expect(await titles()).toEqual([])
})

test('does it with --apply; a second run finds nothing to do', async () => {
  expect((await backfill(['acme/shop', '--apply'])).stdout).toContain(
    'Done: issues opened: 2 · statuses written: 1',
  )
  expect(await titles()).toEqual(['Alert on the queue', 'Rehearse the failover'])
  expect((await backfill(['acme/shop', '--apply'])).stdout).toBe(
    'Done: issues opened: 0 · statuses written: 0\n',
  )
})

test('refuses to open what another account keeps already', async () => {
  const { exitCode, stderr } = await backfill(['acme/shop', '--apply'], github.botLogin)
  expect(exitCode).toBe(1)
  expect(stderr).toContain('kept by maya')
  expect(await titles()).toHaveLength(2)
})

test.each([
  ['without a token', ['acme/shop'], null, 2, 'GITHUB_TOKEN is not set'],
  ['without an owner', ['shop'], 'maya', 2, 'Give it as OWNER/REPO'],
  ['for a repository that is not there', ['acme/nowhere'], 'maya', 1, 'acme/nowhere'],
])('%s: says what is wrong', async (_, args, login, exitCode, words) => {
  const run = await backfill(args, login)
  expect(run.exitCode).toBe(exitCode)
  expect(run.stderr).toContain(words)
})
