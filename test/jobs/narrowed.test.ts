import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Issue } from '../../src/local-github/views.ts'
import { mergeFiles } from '../stage.ts'
import { postmortem } from './postmortems.ts'
import { openWeeksStage, type WeeksStage } from './weeks-stage.ts'

const PATH = 'postmortems/a.md'
const ALERT = 'Add an alert on the payment error rate'
const RUNBOOK = 'Write a runbook for the failover'
const REPLICA = 'Add a replica of the search cluster'

let stage: WeeksStage
let pull: number
beforeEach(async () => {
  stage = await openWeeksStage('2026-03-02T10:00:00Z')
  pull = await mergeFiles(stage.story, { [PATH]: postmortem(ALERT, RUNBOOK) })
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  await stage.story.commitFile('.github/followthrough.yml', "postmortems: ['docs/outages']\n")
  await mergeFiles(stage.story, { [PATH]: postmortem(ALERT, RUNBOOK, REPLICA) })
  await stage.settle()
})
afterEach(() => stage.close())

const find = async (title: string): Promise<Issue | undefined> =>
  (await stage.story.listIssues()).find((issue) => issue.title === title)

const status = async (): Promise<string> => (await stage.shown(pull))[0] ?? ''

describe('a postmortem that the configuration names no more', () => {
  test('is followed as long as it has issues: status and dashboard move, and nothing new is filed', async () => {
    await stage.story.closeIssue((await find(ALERT))?.number ?? 0)
    await stage.settle()
    expect(await status()).toContain('**1 of 2 done**')
    expect((await find('Postmortem action items'))?.body).toContain('**1 of 2 action items open**')
    expect(await find(REPLICA)).toBeUndefined()
  })

  test.each([['on its pull request'], ['on the issue of an item']])('follows commands %s', async (place) => {
    const runbook = (await find(RUNBOOK))?.number ?? 0
    await mergeFiles(stage.story, { [PATH]: postmortem(ALERT, `${RUNBOOK} (done)`) })
    await stage.settle()
    await stage.story.comment(place === 'on its pull request' ? pull : runbook, '/followthrough sync')
    await stage.settle()
    expect(await status()).toContain('**1 of 2 done**')
  })

  test('has its due dates set by command', async () => {
    await stage.story.comment((await find(ALERT))?.number ?? 0, '/due 2026-04-10')
    await stage.settle()
    expect(await status()).toContain('| 2026-04-10 |')
  })

  test('has a status in an issue that tells what is overdue', async () => {
    await stage.story.commitFile('.github/followthrough.yml', '{}\n')
    await stage.story.commitFile('postmortems/b.md', postmortem(`${REPLICA} (due 2026-03-06)`))
    stage.at('2026-03-02T11:00:00Z')
    await stage.settle()
    await stage.story.commitFile('.github/followthrough.yml', "postmortems: ['docs/outages']\n")
    await stage.settle()
    stage.at('2026-03-09T09:00:00Z')
    await stage.rollUp()
    expect((await find('Action items: Checkout outage'))?.body).toContain('overdue')
  })

  test('has its weekly comment as before, which agrees with the status', async () => {
    stage.at('2026-03-09T09:00:00Z')
    await stage.rollUp()
    const before = await status()
    await stage.story.assign((await find(ALERT))?.number ?? 0, 'maya')
    await stage.settle()
    expect(before).toContain('**0 of 2 done**')
    expect(await status()).toContain('**0 of 2 done**')
  })
})
