import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const CONFIG = '.github/followthrough.yml'

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

const titles = async (): Promise<string[]> =>
  (await stage.story.listIssues()).map(({ title }) => title).filter((title) => title.startsWith('Alert'))

const settle = async (): Promise<void> => {
  await stage.play()
  await stage.followUp()
}

test('what was merged while the configuration had mistakes is filed once it is mended, and nothing older', async () => {
  await stage.story.commitFile('postmortems/before-the-app.md', postmortem('Alert on nobody'))
  await stage.playInOrder(() => [])
  await stage.story.commitFile(CONFIG, 'require: no-owner\n')
  const first = await mergeFiles(stage.story, { 'postmortems/a.md': postmortem('Alert on queue a') })
  await settle()
  await stage.story.commitFile(CONFIG, 'requires: [no-owner]\n')
  await mergeFiles(stage.story, { 'postmortems/b.md': postmortem('Alert on queue b') })
  await stage.story.commitFile('postmortems/c.md', postmortem('Alert on queue c'))
  await settle()
  expect(await titles()).toEqual([])
  expect((await stage.story.listComments(first))[0]?.body).toContain('cannot be used')

  await stage.story.commitFile(CONFIG, 'require: [no-owner]\n')
  await settle()
  expect((await titles()).sort()).toEqual(['Alert on queue a', 'Alert on queue b', 'Alert on queue c'])
  expect((await stage.story.listComments(first))[0]?.body).toContain('0 of 1 done')
})

test('the checks of open pull requests follow the configuration', async () => {
  const { number } = await stage.story.openPullRequest({
    files: { 'postmortems/a.md': postmortem('Alert on queue a') },
    title: 'Postmortem',
  })
  await settle()
  await stage.story.commitFile(CONFIG, 'require: [no-owner]\n')
  await settle()
  const { body: pull } = await stage.github.as('maya', `GET /repos/acme/shop/pulls/${number}`)
  const { sha } = (pull as { head: { sha: string } }).head
  const { body } = await stage.github.as('maya', `GET /repos/acme/shop/commits/${sha}/check-runs`)
  expect(body).toMatchObject({ check_runs: [{ conclusion: 'failure' }] })
})
