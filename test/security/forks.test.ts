import { afterEach, expect, test } from '@jest/globals'
import { createStory } from '../../src/local-github/story.ts'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'
const CONFIG = '.github/followthrough.yml'
const ITEM = 'Rotate the signing keys of the mail gateway every week'
const postmortem = (...items: string[]): string =>
  ['# Checkout outage', '', '## Action items', '', ...items.map((item) => `- ${item}`), ''].join('\n')

let stage: Stage
afterEach(() => stage.close())

const open = async (options: Parameters<typeof openStage>[0] = {}): Promise<void> => {
  stage = await openStage(options, IMPATIENT)
}

/** Opens a pull request and gives all that the app says about it, without addresses. */
const checkOf = async (files: Record<string, string>, author: string, fork: boolean): Promise<string> => {
  const { head } = await stage.story.openPullRequest({ files, title: 'Postmortem', author, fork })
  await stage.play()
  const as = (call: string): Promise<{ body?: unknown }> => stage.github.as('maya', call)
  const { body } = await as(`GET /repos/acme/shop/commits/${head.sha}/check-runs`)
  const [run] = (body as { check_runs: { id: number; conclusion: string; output: object }[] }).check_runs
  const annotations = await as(`GET /repos/acme/shop/check-runs/${run?.id ?? 0}/annotations`)
  return JSON.stringify([run?.conclusion, run?.output, annotations.body]).replace(
    /127\.0\.0\.1:\d+|[\da-f]{40}|check-runs\/\d+/g,
    '',
  )
}

test('a pull request from a fork makes the app write its check and nothing else', async () => {
  await open()
  stage.requests()
  const said = await checkOf({ [PATH]: postmortem(ITEM) }, 'stranger', true)
  expect(said).toContain('1 issue will be opened')
  const writes = stage.requests().filter((request) => !/^GET|^POST \/graphql/.test(request))
  expect(writes).toEqual(['POST /repos/acme/shop/check-runs'])
})

test('the configuration of a fork finds out nothing about other repositories', async () => {
  const files = {
    [PATH]: postmortem(ITEM),
    [CONFIG]: 'issues:\n  repository: secrets\n  allowPublic: true\n',
  }
  await open()
  const saidOfMissing = await checkOf(files, 'stranger', true)
  await stage.close()
  await open({ repositories: [{ name: 'secrets', private: true }] })
  expect(await checkOf(files, 'stranger', true)).toBe(saidOfMissing)
})

test('mistakes in the configuration of a fork are shown all the same', async () => {
  await open()
  const said = await checkOf({ [CONFIG]: 'lables: {}\n' }, 'stranger', true)
  expect(said).toContain('lables is not a known key')
})

test('the check in a public repository tells nothing of what another repository follows in private', async () => {
  await open({
    repositories: [
      { name: 'billing', private: true },
      { name: 'board', private: true },
    ],
  })
  const billing = createStory(stage.github, 'maya', 'billing')
  const toBoard = { [CONFIG]: 'issues:\n  repository: board\n' }
  await mergeFiles(billing, { ...toBoard, [PATH]: postmortem(ITEM) })
  await mergeFiles(stage.story, toBoard)
  await stage.play()
  expect(await createStory(stage.github, 'maya', 'board').listIssues()).toHaveLength(1)

  const said = await checkOf({ [PATH]: postmortem(ITEM) }, 'stranger', true)
  expect(said).toContain('1 issue will be opened')
  expect(said).not.toContain('acme/board')
})
