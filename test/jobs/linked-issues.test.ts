import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const FIRST = 'postmortems/a.md'
const SECOND = 'postmortems/b.md'
const ALERT = 'Add an alert on the payment error rate'

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

const settle = async (): Promise<void> => {
  await stage.play()
  await stage.followUp()
}

const merge = async (path: string, ...items: string[]): Promise<number> => {
  const pull = await mergeFiles(stage.story, { [path]: postmortem(...items) })
  await settle()
  return pull
}

const statusOf = async (pull: number): Promise<string> =>
  (await stage.story.listComments(pull))[0]?.body ?? ''

const numberOf = async (title: string): Promise<number> =>
  (await stage.story.listIssues()).find((issue) => issue.title === title)?.number ?? 0

describe('an item that links the issue of another postmortem', () => {
  let first: number
  let second: number
  let alert: number
  beforeEach(async () => {
    first = await merge(FIRST, ALERT)
    alert = await numberOf(ALERT)
    second = await merge(SECOND, `Have the alert of the last incident done (#${alert})`)
  })

  test('is done when somebody closes that issue', async () => {
    expect(await statusOf(second)).toContain('0 of 1 done')
    await stage.story.closeIssue(alert)
    await settle()
    expect(await statusOf(first)).toContain('1 of 1 done')
    expect(await statusOf(second)).toContain('1 of 1 done')
  })

  test('is done when the other postmortem says that it is', async () => {
    await merge(FIRST, `${ALERT} (done)`)
    await settle()
    expect(await stage.story.readIssue(alert)).toMatchObject({ state: 'closed' })
    expect(await statusOf(second)).toContain('1 of 1 done')
  })
})

test('an issue of people that an item links is followed without the label, too', async () => {
  const theirs = await stage.story.openIssue({ title: 'Alert on payments' })
  const pull = await merge(FIRST, `${ALERT} (#${theirs.number})`)
  await stage.story.unlabel(theirs.number, 'action-item')
  await settle()
  await stage.story.closeIssue(theirs.number)
  await settle()
  expect(await statusOf(pull)).toContain('1 of 1 done')
})

test('an item that links the dashboard gets an issue of its own, and the dashboard stays as it is', async () => {
  await merge(FIRST, ALERT)
  const dashboard = await numberOf('Postmortem action items')
  const pull = await merge(SECOND, `Go through the open action items (#${dashboard}) with all leads`)
  expect((await stage.story.listIssues()).at(-1)?.title).toContain('Go through the open action items')
  expect(await statusOf(pull)).toContain('0 of 1 done')
  expect(await stage.story.listComments(dashboard)).toEqual([])
})

test('an item that links the issue with the status of another postmortem gets one of its own', async () => {
  await stage.story.commitFile(FIRST, postmortem(ALERT))
  await settle()
  const status = await numberOf('Action items: Checkout outage')
  await merge(SECOND, `Finish what the last incident asked for, #${status}`)
  expect(await stage.story.listComments(status)).toEqual([])
  expect((await stage.story.listIssues()).at(-1)?.title).toContain('Finish what the last incident asked for')
})

test('an issue that is gone with its comments leaves no job that fails', async () => {
  const pull = await merge(FIRST, ALERT, 'Write a runbook for the failover')
  const alert = await numberOf(ALERT)
  await stage.story.comment(alert, 'I am at it.')
  await stage.story.deleteIssue(alert)
  stage.github.fault({ match: { path: new RegExp(`/issues/${alert}/comments$`) }, kind: '404', times: 2 })
  await settle()
  expect(await statusOf(pull)).toContain('deleted')
})
