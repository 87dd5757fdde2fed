import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'
const ITEMLESS = '# Checkout outage\n\nThe payment provider was down for ten minutes.\n'

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

const statusesOn = async (pull: number): Promise<string[]> =>
  (await stage.story.listComments(pull)).map(({ body }) => body)

const issues = async (): Promise<{ title: string; state: string }[]> =>
  (await stage.story.listIssues()).map(({ title, state }) => ({ title, state }))

describe('a postmortem without action items', () => {
  test('is told so on the pull request that brings it, and there when items come', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: ITEMLESS })
    await stage.play()
    expect(await statusesOn(pull)).toEqual([expect.stringContaining('No action items were found')])
    await mergeFiles(stage.story, { [PATH]: postmortem('Alert on payment errors') })
    await stage.play()
    expect(await statusesOn(pull)).toEqual([expect.stringContaining('0 of 1 done')])
  })

  test('that was there before the app came is left alone when it is edited', async () => {
    const first = await mergeFiles(stage.story, { [PATH]: ITEMLESS })
    await stage.takeJobs()
    const second = await mergeFiles(stage.story, { [PATH]: `${ITEMLESS}\nIt came back by itself.\n` })
    expect(await stage.play()).toEqual([])
    expect(await statusesOn(first)).toEqual([])
    expect(await statusesOn(second)).toEqual([])
  })

  test('that was pushed gets no issue, neither then nor when a pull request edits it', async () => {
    await stage.story.commitFile(PATH, ITEMLESS)
    expect(await stage.play()).toEqual([])
    const pull = await mergeFiles(stage.story, { [PATH]: `${ITEMLESS}\nIt came back by itself.\n` })
    expect(await stage.play()).toEqual([])
    expect(await statusesOn(pull)).toEqual([])
    expect(await issues()).toEqual([])
  })

  test('that cannot be read is told so wherever its status is', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: ITEMLESS })
    await stage.takeJobs()
    await stage.story.commitFile(PATH, 'x'.repeat(1_100_000))
    await stage.play()
    expect(await statusesOn(pull)).toEqual([expect.stringContaining('1.10 MB')])
  })
})

describe('a postmortem that is pushed', () => {
  test('with nothing open gets a tracking issue only when something is, which is closed when that is done', async () => {
    await stage.story.commitFile(PATH, postmortem('[x] Alert on payment errors'))
    expect(await stage.play()).toEqual([])
    await stage.story.commitFile(PATH, postmortem('[x] Alert on payment errors', '[ ] Write a runbook'))
    await stage.play()
    expect(await issues()).toEqual([
      { title: 'Write a runbook', state: 'open' },
      { title: 'Action items: Checkout outage', state: 'open' },
    ])
    await stage.story.closeIssue(1)
    await stage.play()
    expect(await issues()).toMatchObject([{ state: 'closed' }, { state: 'closed' }])
  })

  test('where issues are switched off is one line in the log, and no job fails', async () => {
    await stage.story.configure({ has_issues: false })
    await stage.story.commitFile(PATH, postmortem('Alert on payment errors'))
    expect(await stage.play()).toEqual([])
    expect(stage.logged.filter((line) => line.includes('"level":"warn"'))).toEqual([
      expect.stringMatching(/No status can be shown: .*issues/i),
    ])
  })
})
