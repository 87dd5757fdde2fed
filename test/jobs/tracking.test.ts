import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'
const CONFIG = '.github/followthrough.yml'
const [ALERT, RUNBOOK] = [
  'Add an alert on the payment error rate',
  'Write a runbook for the payment failover',
]

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

const merge = async (files: Record<string, string | null>): Promise<number> => {
  const pull = await mergeFiles(stage.story, files)
  await stage.play()
  return pull
}

const titles = async (): Promise<string[]> => (await stage.story.listIssues()).map(({ title }) => title)

test('the status of a postmortem can be kept in an issue, and its tasks say which pull request brought it', async () => {
  await merge({ [CONFIG]: 'tracking: issue\ndashboard: false\n' })
  const pull = await merge({ [PATH]: postmortem(ALERT) })
  expect(await stage.story.listComments(pull)).toEqual([])
  expect(await titles()).toEqual([ALERT, 'Action items: Checkout outage'])
  const [task] = await stage.story.listIssues()
  expect(task?.body).toContain(`Merged in [#${pull}]`)
})

test('statuses that exist stay where they are when the configuration asks for issues', async () => {
  const pull = await merge({ [CONFIG]: 'dashboard: false\n', [PATH]: postmortem(ALERT, RUNBOOK) })
  const [alert, runbook] = await stage.story.listIssues()
  await stage.story.deleteIssue(runbook?.number ?? 0)
  await stage.play()
  await merge({ [CONFIG]: 'dashboard: false\ntracking: issue\n' })
  await merge({ [PATH]: postmortem(ALERT, RUNBOOK, 'Page on the depth of the queue') })

  expect(await titles()).toEqual([ALERT, 'Page on the depth of the queue'])
  const [status, ...others] = await stage.story.listComments(pull)
  expect(status?.body).toContain('Page on the depth of the queue')
  expect(others).toEqual([])
  expect((await stage.story.readIssue(alert?.number ?? 0)).body).toContain(`Merged in [#${pull}]`)
})
