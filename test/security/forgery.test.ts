import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { formatMarker, parseMarker } from '../../src/plan/marker.ts'
import { IMPATIENT, mergeFiles, openStage, type Stage } from '../stage.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'
const postmortem = (...items: string[]): string =>
  ['# Checkout outage', '', '## Action items', '', ...items.map((item) => `- ${item}`), ''].join('\n')
const TWO = ['Alert on payment errors', 'Write a runbook for the failover']

let stage: Stage
let pull: number
beforeEach(async () => {
  // A person whose login is the app's slug is as close as anybody can come to being it.
  stage = await openStage(
    {
      users: [
        { login: 'maya', permission: 'admin' },
        { login: 'followthrough', permission: 'none' },
      ],
    },
    IMPATIENT,
  )
  pull = await mergeFiles(stage.story, { [PATH]: postmortem(...TWO) })
  await stage.play()
})
afterEach(() => stage.close())

const bodyOf = async (number: number): Promise<string> => (await stage.story.readIssue(number)).body ?? ''

/** The record that the app wrote in an issue, changed by a forger. */
const forged = async (number: number, changes: object): Promise<string> => {
  const body = await bodyOf(number)
  const marker = parseMarker(body)
  if (marker === null) throw new Error(`Issue ${number} has no record`)
  return body.replace(formatMarker(marker), formatMarker({ ...marker, ...changes }))
}

describe('a record that somebody copied into an issue of their own', () => {
  test.each([
    ['as it is', {}],
    ['under the identity of no item', { item: 'ffffffffffffffff', fingerprint: 'ffffffffffffffff' }],
    ['as if the item were done', { done: true }],
    ['for another file', { path: 'README.md' }],
  ])('%s is not believed, and the issue is left alone', async (_, changes) => {
    const body = await forged(2, changes)
    const { number } = await stage.story.openIssue(
      { title: 'Alert on payment errors', body },
      'followthrough',
    )
    await mergeFiles(stage.story, { [PATH]: postmortem(...TWO, 'Raise the quota of the cluster') })
    await stage.play()
    await stage.story.closeIssue(number)
    await stage.play()

    expect(await bodyOf(number)).toBe(body)
    expect(await stage.story.listComments(number)).toEqual([])
    expect(await stage.story.readIssue(2)).toMatchObject({ state: 'open' })
    expect((await stage.story.listComments(pull))[0]?.body).toContain('0 of 3 done')
  })
})

test('a status that somebody copied into a comment is neither believed nor edited', async () => {
  const [status] = await stage.story.listComments(pull)
  const body = (status?.body ?? '').replace(/"filed":\{[^}]*\}/, '"filed":{}')
  const copy = await stage.story.comment(pull, body, 'followthrough')
  await stage.story.closeIssue(2)
  await stage.play()
  const comments = await stage.story.listComments(pull)
  expect(comments).toHaveLength(2)
  expect(comments.find(({ id }) => id === copy.id)?.body).toBe(body)
  expect(comments.find(({ id }) => id === status?.id)?.body).toContain('1 of 2 done')
})

test('a record that a member changed leads the app to no repository of somebody else', async () => {
  const adopted = await stage.story.openIssue({ title: 'The failover was never tried' })
  await mergeFiles(stage.story, { [PATH]: postmortem(...TWO, `Try the failover (#${adopted.number})`) })
  await stage.play()
  const [told] = await stage.story.listComments(adopted.number)
  const marker = parseMarker(told?.body ?? '')
  if (marker?.kind !== 'once') throw new Error('The adopted issue was not told')
  const body = formatMarker({ ...marker, owner: 'umbrella', repo: 'vault' })
  await stage.github.as('maya', `PATCH /repos/acme/shop/issues/comments/${told?.id ?? 0}`, { body })
  stage.github.clearRequests()
  await stage.story.closeIssue(adopted.number)
  await stage.play()
  await stage.followUp()
  expect(JSON.stringify(stage.github.requests())).not.toContain('umbrella')
  expect(stage.logged.join('\n')).toContain('A record names a repository of somebody else')
})

test('a record that a member wrote into the app’s own issue leads the app to nothing but that issue’s item', async () => {
  // Whoever may edit the app's issues may also close them: it is the other repositories that must be out of reach.
  const body = await forged(2, { path: '../../../etc/passwd', repository: 999 })
  await stage.story.rewrite(2, body)
  stage.requests()
  await stage.play()
  const theirs = stage
    .requests()
    .filter((request) => !/^(?:POST \/graphql|\w+ \/repos\/acme\/shop\/)/.test(request))
  expect(theirs).toEqual(['GET /repositories/999'])
  expect(await stage.story.listIssues()).toHaveLength(2)
})
