import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const OLD = 'postmortems/2026-03-01-checkout.md'
const NEW = 'docs/postmortems/checkout.md'

const THREE = [
  'Add an alert on the payment error rate',
  'Write a runbook for the payment failover',
  'Raise the connection quota of the search cluster',
]

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

const commentsOnIssues = async (): Promise<string[]> => {
  const issues = await stage.story.listIssues()
  const comments = await Promise.all(issues.map(({ number }) => stage.story.listComments(number)))
  return comments.flat().map(({ body }) => body)
}

describe('a renamed file', () => {
  let pull: number
  beforeEach(async () => {
    pull = await mergeFiles(stage.story, { [OLD]: postmortem(...THREE) })
    await stage.play()
  })

  test.each(['the edit', 'the rename'])(
    'is the same although most of its items left it just before, and %s is heard of first',
    async (first) => {
      const edit = await mergeFiles(stage.story, { [OLD]: postmortem(...THREE.slice(0, 1)) })
      const rename = await mergeFiles(stage.story, { [OLD]: null, [NEW]: postmortem(...THREE.slice(0, 1)) })
      await stage.playInOrder((jobs) => (first === 'the edit' ? jobs : jobs.toReversed()))
      for (const later of [edit, rename]) expect(await stage.story.listComments(later)).toEqual([])
      const statuses = await stage.story.listComments(pull)
      expect(statuses.map(({ body }) => body)).toEqual([expect.stringContaining('0 of 3 done')])
      for (const { body } of (await stage.story.listIssues()).slice(0, 3)) expect(body).toContain(NEW)
    },
  )

  test('is the same although most of its items had left it before', async () => {
    await mergeFiles(stage.story, { [OLD]: postmortem(...THREE.slice(0, 1)) })
    await stage.play()
    await mergeFiles(stage.story, { [OLD]: null, [NEW]: postmortem(...THREE.slice(0, 1)) })
    await stage.play()
    expect(await stage.story.listIssues()).toHaveLength(3)
  })

  test('is the same although all that it still lists is done', async () => {
    await mergeFiles(stage.story, { [OLD]: postmortem(...THREE.map((item) => `[x] ${item}`)) })
    await stage.play()
    await stage.story.reopen(2)
    await stage.play()
    const rename = await mergeFiles(stage.story, {
      [OLD]: null,
      [NEW]: postmortem(...THREE.map((item) => `[x] ${item}`)),
    })
    await stage.play()
    expect(await commentsOnIssues()).toEqual([])
    expect(await stage.story.listComments(rename)).toEqual([])
  })

  test('is the same although its sync broke off, and what is left to do was reworded and ticked', async () => {
    const [alert, runbook, quota] = THREE
    await mergeFiles(stage.story, {
      [OLD]: null,
      [NEW]: postmortem(alert ?? '', runbook ?? '', `[x] ${quota ?? ''} by half`),
    })
    stage.github.fault({ match: { method: 'PATCH', path: /\/issues\/\d+$/ }, kind: '502-after', nth: 2 })
    for (const job of await stage.takeJobs()) await stage.run(job).catch(() => stage.run(job))

    expect(await stage.story.readIssue(4)).toMatchObject({ state: 'closed', title: `${quota ?? ''} by half` })
    expect(await commentsOnIssues()).toEqual([])
  })

  test.each(['lost', 'late'])('is followed although the event of the rename is %s', async (fate) => {
    await stage.story.label(2, 'needs-design')
    const [event] = await stage.takeJobs()
    await mergeFiles(stage.story, { [OLD]: null, [NEW]: postmortem(...THREE) })
    const rename = await stage.takeJobs()
    for (const job of [event, ...(fate === 'late' ? rename : [])]) if (job) await stage.run(job)

    expect(await commentsOnIssues()).toEqual([])
    for (const { body } of await stage.story.listIssues()) {
      expect(body).not.toContain('no longer lists')
      expect(body).toContain(`/${NEW}?`)
    }
  })
})

describe('a renamed file whose issues were all deleted', () => {
  const deleteAll = async (): Promise<void> => {
    for (const { number, title } of await stage.story.listIssues())
      if (THREE.includes(title)) await stage.story.deleteIssue(number)
    await stage.play()
  }

  const taskTitles = async (): Promise<string[]> =>
    (await stage.story.listIssues())
      .map(({ title }) => title)
      .filter((title) => title !== 'Postmortem action items')

  const statuses = async (pull: number): Promise<string[]> =>
    (await stage.story.listComments(pull)).map(({ body }) => body)

  const rename = async (from: string, to: string): Promise<number> => {
    const pull = await mergeFiles(stage.story, { [from]: null, [to]: postmortem(...THREE) })
    await stage.play()
    return pull
  }

  test.each(['before the rename', 'after the rename', 'between two renames'])(
    'is not filed again, when they were deleted %s',
    async (moment) => {
      const first = await mergeFiles(stage.story, { [OLD]: postmortem(...THREE) })
      await stage.play()
      if (moment === 'before the rename') await deleteAll()
      const second = await rename(OLD, NEW)
      if (moment !== 'before the rename') await deleteAll()
      const path = moment === 'between two renames' ? 'postmortems/checkout-again.md' : NEW
      if (path !== NEW) await rename(NEW, path)
      await mergeFiles(stage.story, { [path]: postmortem(...THREE, 'Alert on the depth of the queue') })
      await stage.play()

      expect(await taskTitles()).toEqual(['Alert on the depth of the queue'])
      expect(await statuses(first)).toEqual([expect.stringContaining('Alert on the depth of the queue')])
      expect(await statuses(second)).toEqual([])
    },
  )

  test('is not filed again, when it came without a pull request', async () => {
    await stage.story.push({ [OLD]: postmortem(...THREE) }, 'Write the postmortem down')
    await stage.play()
    await deleteAll()
    await stage.story.push({ [OLD]: null, [NEW]: postmortem(...THREE) }, 'Move it')
    await stage.play()
    expect(await taskTitles()).toEqual(['Action items: Checkout outage'])
  })

  test('is not filed again, when it took back its first path', async () => {
    const first = await mergeFiles(stage.story, { [OLD]: postmortem(...THREE) })
    await stage.play()
    await rename(OLD, NEW)
    await deleteAll()
    const last = await rename(NEW, OLD)
    expect(await taskTitles()).toEqual([])
    expect(await statuses(first)).toHaveLength(1)
    expect(await statuses(last)).toEqual([])
  })

  test('is not filed again, when only the issue of an item is left that it lists no longer', async () => {
    const first = await mergeFiles(stage.story, {
      [OLD]: postmortem(...THREE, 'Page on the depth of the queue'),
    })
    await stage.play()
    await mergeFiles(stage.story, { [OLD]: postmortem(...THREE) })
    await stage.play()
    await deleteAll()
    const second = await rename(OLD, NEW)
    expect(await taskTitles()).toEqual(['Page on the depth of the queue'])
    expect(await statuses(first)).toHaveLength(1)
    expect(await statuses(second)).toEqual([])
  })

  test.each(['merged', 'pushed'])(
    'is not filed again, when it was %s and its deletion is heard of after the rename',
    async (way) => {
      const write = (files: Record<string, string | null>): Promise<unknown> =>
        way === 'merged' ? mergeFiles(stage.story, files) : stage.story.push(files, 'Edit it')
      await write({ [OLD]: postmortem('Page on the depth of the queue') })
      await stage.play()
      await write({ [OLD]: postmortem(...THREE) })
      await stage.play()
      for (const { number, title } of await stage.story.listIssues())
        if (THREE.includes(title)) await stage.story.deleteIssue(number)
      await write({ [OLD]: null, [NEW]: postmortem(...THREE) })
      await stage.play()
      expect((await taskTitles()).filter((title) => !title.startsWith('Action items'))).toEqual([
        'Page on the depth of the queue',
      ])
    },
  )

  test('leaves the status of another file alone that has taken its former path', async () => {
    const first = await mergeFiles(stage.story, { [OLD]: postmortem(...THREE) })
    await stage.play()
    await rename(OLD, NEW)
    await mergeFiles(stage.story, { [OLD]: postmortem('Describe how a search node is replaced') })
    await stage.play()
    await deleteAll()
    await mergeFiles(stage.story, { [NEW]: postmortem(...THREE, 'Alert on the depth of the queue') })
    await stage.play()
    expect(await statuses(first)).toEqual([
      expect.stringContaining('Alert on the depth of the queue'),
      expect.stringContaining('Describe how a search node is replaced'),
    ])
  })
})

describe('postmortems that have items in common', () => {
  const RUNBOOK = 'Update the on-call runbook'
  const FILES = {
    'postmortems/checkout.md': [RUNBOOK, 'Add an alert on the payment error rate'],
    'postmortems/search.md': [RUNBOOK],
    'postmortems/cache.md': [RUNBOOK, 'Document how entries leave the cache'],
  }

  const tasks = async (): Promise<string[]> =>
    (await stage.story.listIssues())
      .map(({ title, body }) => `${title} in ${/postmortems\/\w+\.md/.exec(body ?? '')?.[0] ?? ''}`)
      .filter((task) => task.includes('.md'))
      .sort()

  test('stay apart when their folder is moved', async () => {
    const pulls = new Map<string, number>()
    for (const [path, items] of Object.entries(FILES)) {
      pulls.set(path, await mergeFiles(stage.story, { [path]: postmortem(...items) }))
      await stage.play()
    }
    const before = await tasks()
    const moved = Object.entries(FILES).flatMap(([path, items]): [string, string | null][] => [
      [path, null],
      [`docs/${path}`, postmortem(...items)],
    ])
    await mergeFiles(stage.story, Object.fromEntries(moved))
    await stage.play()

    expect(await tasks()).toEqual(before)
    for (const [path, pull] of pulls) {
      const comments = await stage.story.listComments(pull)
      expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining(`docs/${path}`)])
    }
  })

  test('stay apart when one of them was deleted long before the other came', async () => {
    const first = await mergeFiles(stage.story, {
      'postmortems/old.md': postmortem(...FILES['postmortems/cache.md']),
    })
    await stage.play()
    for (const number of [2, 3]) await stage.story.closeIssue(number)
    await mergeFiles(stage.story, { 'postmortems/old.md': null })
    await stage.play()
    const pull = await mergeFiles(stage.story, { 'postmortems/search.md': postmortem(RUNBOOK) })
    await stage.play()

    expect(await tasks()).toContain(`${RUNBOOK} in postmortems/search.md`)
    const statuses = (await stage.story.listComments(pull)).map(({ body }) => body)
    expect(statuses).toEqual([expect.stringContaining('0 of 1 done')])
    expect(await stage.story.listComments(first)).toHaveLength(1)
  })

  test('do not keep one from coming back under another name', async () => {
    const items = FILES['postmortems/cache.md']
    await mergeFiles(stage.story, { 'postmortems/old.md': postmortem(...items) })
    await stage.play()
    await mergeFiles(stage.story, { 'postmortems/old.md': null })
    await stage.play()
    await mergeFiles(stage.story, { 'postmortems/new.md': postmortem(...items) })
    await stage.play()
    expect(await tasks()).toEqual(items.map((item) => `${item} in postmortems/new.md`).sort())
  })
})
