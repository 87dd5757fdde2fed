import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { mergeFiles } from '../stage.ts'
import { postmortem } from './postmortems.ts'
import { openWeeksStage, type WeeksStage } from './weeks-stage.ts'

// Weeks pass in one test, and a busy machine takes its time.
jest.setTimeout(30_000)

const ALERT = 'Add an alert on the payment error rate'
const RUNBOOK = 'Write a runbook for the failover'

let stage: WeeksStage
beforeEach(async () => {
  stage = await openWeeksStage('2026-03-02T10:00:00Z')
})
afterEach(() => stage.close())

const monday = async (day: string): Promise<number> => {
  stage.at(`${day}T09:00:00Z`)
  return (await stage.rollUp()).length
}

/** Issues are closed while nobody tells the app. */
const closeUnheard = async (time: string, ...titles: string[]): Promise<void> => {
  stage.at(time)
  for (const { number, title } of await stage.story.listIssues())
    if (titles.includes(title)) await stage.story.closeIssue(number)
  await stage.takeJobs()
}

test('what was closed while the app was away is seen by the next weekly job, however long ago', async () => {
  const pull = await mergeFiles(stage.story, { 'postmortems/a.md': postmortem(ALERT) })
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  await monday('2026-03-09')
  await closeUnheard('2026-03-11T12:00:00Z', ALERT)
  // The app is back, and hears of another postmortem first.
  stage.at('2026-04-23T12:00:00Z')
  await mergeFiles(stage.story, { 'postmortems/b.md': postmortem(RUNBOOK) })
  stage.at('2026-04-23T12:30:00Z')
  await stage.settle()
  expect((await stage.shown(pull))[0]).toContain('**0 of 1 done**')
  await monday('2026-04-27')
  expect((await stage.shown(pull))[0]).toContain('**1 of 1 done**')
  expect(await monday('2026-04-27')).toBe(0)
})

test('a status that stands in an issue is brought up to date and closed, too', async () => {
  await stage.story.commitFile('postmortems/a.md', postmortem(ALERT))
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  await monday('2026-03-09')
  await closeUnheard('2026-03-11T12:00:00Z', ALERT)
  await monday('2026-04-27')
  const status = (await stage.story.listIssues()).find(({ title }) => title.startsWith('Action items:'))
  expect(status).toMatchObject({ state: 'closed', body: expect.stringContaining('**1 of 1 done**') })
  expect(await monday('2026-05-04')).toBe(0)
})
