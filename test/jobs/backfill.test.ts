import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { totalEffect, type Backfilled } from '../../src/jobs/backfill.ts'
import { itemsOf, Killed, openBackfillStage, type BackfillStage, type Kill } from './backfill-stage.ts'

// Two hundred postmortems are a few thousand requests to the local GitHub.
jest.setTimeout(300_000)

let stage: BackfillStage
beforeEach(async () => {
  stage = await openBackfillStage()
})
afterEach(() => stage.close())

const titlesOf = async (): Promise<string[]> =>
  (await stage.story.listIssues()).map(({ title }) => title).sort()

const expected = (postmortems: number): string[] =>
  Array.from({ length: postmortems }, (_, index) => itemsOf(index + 1))
    .flat()
    .sort()

const present = (done: (Backfilled | null)[]): Backfilled[] => done.filter((each) => each !== null)

const most = (seconds: number[], span: number): number =>
  Math.max(...seconds.map((start) => seconds.filter((at) => at >= start && at < start + span).length))

test('the dry run says what will be done, to the number, and writes nothing', async () => {
  await stage.mergePostmortems(3)
  const planned = totalEffect(present(await stage.run({ apply: false })))
  expect(planned).toEqual({ opened: 6, updated: 0, closed: 0, reopened: 0, statuses: 3 })
  expect(await titlesOf()).toEqual([])
  expect(totalEffect(present(await stage.run()))).toEqual(planned)
  expect(await titlesOf()).toEqual(expected(3))
})

test('a second run changes nothing', async () => {
  await stage.mergePostmortems(3)
  await stage.run()
  const again = present(await stage.run())
  expect(again.flatMap(({ issues, status }) => [...issues, ...status])).toEqual([])
})

test('postmortems that changed before the day asked for are left alone', async () => {
  await stage.mergePostmortems(2)
  expect(await stage.run({ since: '2026-05-05' })).toEqual([null, null])
  expect(present(await stage.run({ since: '2026-05-04' }))).toHaveLength(2)
})

test('a failure of GitHub is waited out, and nothing is opened twice', async () => {
  await stage.mergePostmortems(3)
  stage.github.fault({ match: { method: 'POST', path: /issues$/ }, kind: '502-after', nth: 2, times: 2 })
  await stage.run()
  expect(await titlesOf()).toEqual(expected(3))
})

/** `npm run story:backfill` plays it with 200, which reaches the hourly limit as well. */
const MANY = Number(process.env.BACKFILL_POSTMORTEMS ?? 25)

describe('many postmortems', () => {
  const kills: Kill[] = [
    { write: 1, moment: 'after' },
    { write: 4, moment: 'before' },
    { write: Math.floor(MANY / 2), moment: 'after' },
    { write: MANY + 1, moment: 'before' },
  ]

  test('keep the limits of GitHub, survive being killed, and have every item exactly once', async () => {
    await stage.mergePostmortems(MANY)
    for (const kill of kills) await expect(stage.run({ kill })).rejects.toThrow(Killed)
    await stage.run()
    expect(await titlesOf()).toEqual(expected(MANY))
    expect(stage.github.requests().filter(({ status }) => status === 403)).toEqual([])
    expect(most(stage.creations, 1)).toBe(1)
    expect(most(stage.creations, 60)).toBeLessThan(80)
    expect(most(stage.creations, 3600)).toBeLessThan(500)
  })
})
