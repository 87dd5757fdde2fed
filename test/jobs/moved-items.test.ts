import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const CHECKOUT = 'postmortems/checkout.md'
const SEARCH = 'postmortems/search.md'
const BOTH = 'postmortems/checkout-and-search.md'

const [ALERT, RUNBOOK] = [
  'Add an alert on the payment error rate',
  'Write a runbook for the payment failover',
]
const [QUOTA, CACHE] = [
  'Raise the connection quota of the search cluster',
  'Document how entries leave the cache',
]

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

const merge = async (files: Record<string, string | null>): Promise<number> => {
  const pull = await mergeFiles(stage.story, files)
  await stage.play()
  expect(await stage.play()).toEqual([])
  return pull
}

/** Each task's issue, as `#2 Add an alert … in postmortems/checkout.md`. */
const tasks = async (): Promise<string[]> =>
  (await stage.story.listIssues())
    .filter(({ title }) => title !== 'Postmortem action items')
    .map(({ number, title, body }) => {
      const path = /postmortems\/[\w-]+\.md/.exec(body ?? '')?.[0] ?? 'nowhere'
      return `#${number} ${title} in ${path}`
    })

const commentsOnTasks = async (): Promise<string[]> => {
  const issues = (await stage.story.listIssues()).filter(({ title }) => title !== 'Postmortem action items')
  const comments = await Promise.all(issues.map(({ number }) => stage.story.listComments(number)))
  return comments.flat().map(({ body }) => body)
}

const status = async (pull: number): Promise<string[]> =>
  (await stage.story.listComments(pull)).map(({ body }) => body.replace(/<!--.*?-->/gs, ''))

test('a postmortem that is split keeps the issues of all its items', async () => {
  const first = await merge({ [BOTH]: postmortem(ALERT, RUNBOOK, QUOTA, CACHE) })
  const second = await merge({ [BOTH]: postmortem(ALERT, RUNBOOK), [SEARCH]: postmortem(QUOTA, CACHE) })
  expect(await tasks()).toEqual([
    `#2 ${ALERT} in ${BOTH}`,
    `#3 ${RUNBOOK} in ${BOTH}`,
    `#4 ${QUOTA} in ${SEARCH}`,
    `#5 ${CACHE} in ${SEARCH}`,
  ])
  expect(await commentsOnTasks()).toEqual([])
  expect(await status(first)).toEqual([expect.stringContaining('0 of 2 done')])
  expect(await status(second)).toEqual([expect.stringMatching(/0 of 2 done[^]*Raise the connection quota/)])

  await merge({ [SEARCH]: postmortem(QUOTA, CACHE, 'Page on the depth of the queue') })
  expect(await status(first)).toHaveLength(1)
  expect(await status(second)).toEqual([expect.stringContaining('0 of 3 done')])
})

test('two postmortems that become one keep the issues of both', async () => {
  const first = await merge({ [CHECKOUT]: postmortem(ALERT, RUNBOOK) })
  const second = await merge({ [SEARCH]: postmortem(QUOTA, CACHE) })
  await merge({ [CHECKOUT]: null, [SEARCH]: null, [BOTH]: postmortem(ALERT, RUNBOOK, QUOTA, CACHE) })
  expect((await tasks()).map((task) => task.slice(task.indexOf(' in ')))).toEqual(
    Array.from({ length: 4 }, () => ` in ${BOTH}`),
  )
  expect(await commentsOnTasks()).toEqual([])
  const statuses = [...(await status(first)), ...(await status(second))]
  expect(statuses.toSorted()).toEqual([
    expect.stringContaining('0 of 4 done'),
    expect.stringContaining('was deleted'),
  ])
})

test('an item that moves to a postmortem of the same pull request leaves each its status', async () => {
  const pull = await merge({ [CHECKOUT]: postmortem(ALERT, QUOTA), [SEARCH]: postmortem(CACHE) })
  await stage.story.closeIssue(3)
  await stage.play()
  await merge({ [CHECKOUT]: postmortem(ALERT), [SEARCH]: postmortem(CACHE, QUOTA) })
  expect(await tasks()).toHaveLength(3)
  expect(await status(pull)).toEqual([
    expect.stringContaining('0 of 1 done'),
    expect.stringContaining('1 of 2 done'),
  ])
})

test.each(['merged', 'pushed'])(
  'a postmortem that takes over the items of its neighbour, %s, leaves each its status',
  async (way) => {
    const bring = async (files: Record<string, string | null>): Promise<void> => {
      await (way === 'merged' ? mergeFiles(stage.story, files) : stage.story.push(files, 'Edit'))
      await stage.play()
    }
    const statuses = async (): Promise<string[]> =>
      way === 'merged'
        ? status(1)
        : (await stage.story.listIssues())
            .filter(({ title }) => title.startsWith('Action items:'))
            .map(({ body }) => body ?? '')
    await bring({ [CHECKOUT]: postmortem(ALERT, RUNBOOK), [SEARCH]: postmortem(CACHE, QUOTA) })
    expect(await statuses()).toHaveLength(2)
    await bring({ [CHECKOUT]: null, [SEARCH]: postmortem(CACHE, QUOTA, ALERT, RUNBOOK) })
    expect(await statuses()).toEqual([
      expect.stringContaining('was deleted'),
      expect.stringMatching(/0 of 4 done/),
    ])
  },
)

test.each([1, 2, 3, 4])(
  'a postmortem that takes over the items of its neighbour leaves each its status, when write %d breaks it off',
  async (nth) => {
    const pull = await merge({ [CHECKOUT]: postmortem(ALERT, RUNBOOK), [SEARCH]: postmortem(CACHE, QUOTA) })
    await mergeFiles(stage.story, {
      [CHECKOUT]: null,
      [SEARCH]: postmortem(CACHE, QUOTA, ALERT, RUNBOOK),
    })
    stage.github.fault({ match: ({ path, method }) => isWrite(path, method), kind: '502-after', nth })
    for (const job of await stage.takeJobs()) await stage.run(job).catch(() => stage.run(job))
    expect(await status(pull)).toEqual([
      expect.stringContaining('was deleted'),
      expect.stringMatching(/0 of 4 done/),
    ])
  },
)

const isWrite = (path: string, method: string): boolean => method !== 'GET' && path !== '/graphql'
