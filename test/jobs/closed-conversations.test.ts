import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const CHECKOUT = 'postmortems/2026-03-01-checkout.md'
const SEARCH = 'postmortems/2026-03-02-search.md'

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, IMPATIENT)
})
afterEach(() => stage.close())

/** From now on nobody may comment there, as after a maintainer locked it. */
const lock = (number: number): void => {
  stage.github.fault({
    kind: '403-locked',
    match: { method: 'POST', path: `/repos/acme/shop/issues/${number}/comments` },
    times: Infinity,
  })
}

const titles = async (): Promise<string[]> => (await stage.story.listIssues()).map(({ title }) => title)

const warnings = (): string[] => stage.logged.filter((line) => line.includes('"level":"warn"'))

test('an item leaves the document while its issue is locked: it is marked, and the others are served', async () => {
  const pull = await mergeFiles(stage.story, {
    [CHECKOUT]: postmortem('Alert on payment errors', 'Write a runbook for the failover'),
  })
  await stage.play()
  lock(2)
  await mergeFiles(stage.story, {
    [CHECKOUT]: postmortem('Write a runbook for the failover', 'Pin the version of the payment client'),
  })
  await stage.play()
  expect(await titles()).toContain('Pin the version of the payment client')
  expect((await stage.story.readIssue(2)).body).toContain('no longer lists this action item')
  const status = (await stage.story.listComments(pull))[0]?.body ?? ''
  expect(status).toContain('no longer in the document')
  expect(status).not.toContain('permission')
  expect(warnings()).toEqual([expect.stringContaining('"number":2')])
  expect(await stage.play()).toEqual([])
})

test('a locked pull request has no status, but the issues of all its postmortems, and no job fails', async () => {
  const { number } = await stage.story.openPullRequest({
    files: {
      [CHECKOUT]: postmortem('Alert on payment errors'),
      [SEARCH]: postmortem('Raise the quota of the search cluster'),
    },
    title: 'Postmortems',
  })
  lock(number)
  await stage.story.merge(number)
  await stage.play()
  expect(await titles()).toEqual(['Alert on payment errors', 'Raise the quota of the search cluster'])
  expect(warnings().filter((line) => line.includes(CHECKOUT))).not.toEqual([])
  expect(warnings().filter((line) => line.includes(SEARCH))).not.toEqual([])
  expect(stage.logged.join('\n')).toContain('locked')
})

test('a locked pull request has no weekly comment, and another one has', async () => {
  const [locked, open] = [
    await mergeFiles(stage.story, { [CHECKOUT]: postmortem('Alert on payment errors') }),
    await mergeFiles(stage.story, { [SEARCH]: postmortem('Raise the quota of the search cluster') }),
  ]
  await stage.play()
  lock(locked)
  const repository = { owner: 'acme', repo: 'shop' }
  await stage.run({ installationId: 2002, repository, look: { kind: 'rollup' }, delivery: 'weekly' })
  expect(await stage.story.listComments(locked)).toHaveLength(1)
  expect(await stage.story.listComments(open)).toHaveLength(2)
})

test('a command on a locked issue is obeyed, though it cannot be answered', async () => {
  await mergeFiles(stage.story, { [CHECKOUT]: postmortem('Alert on payment errors') })
  await stage.play()
  await stage.story.comment(2, '/due 2026-12-01')
  await stage.story.comment(2, '/due whenever')
  lock(2)
  stage.github.fault({ kind: '403-locked', match: { method: 'POST', path: /\/reactions$/ }, times: Infinity })
  await stage.play()
  expect((await stage.story.readIssue(2)).body).toContain('2026-12-01')
  expect(warnings()).toHaveLength(2)
})
