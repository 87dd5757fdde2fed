import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mergeFiles, openStage, type Stage } from '../stage.ts'

const OLD = 'postmortems/2026-03-01-checkout.md'
const NEW = 'docs/postmortems/checkout.md'

const postmortem = (...items: string[]): string =>
  ['# Checkout outage', '', '## Action items', '', ...items.map((item) => `- ${item}`), ''].join('\n')

const THREE = [
  'Add an alert on the payment error rate',
  'Write a runbook for the payment failover',
  'Raise the connection quota of the search cluster',
]

let stage: Stage
beforeEach(async () => {
  stage = await openStage({}, { timeoutMs: 20_000, waitMs: 1, isImpatient: true })
})
afterEach(() => stage.close())

const commentsOnIssues = async (): Promise<string[]> => {
  const issues = await stage.story.listIssues()
  const comments = await Promise.all(issues.map(({ number }) => stage.story.listComments(number)))
  return comments.flat().map(({ body }) => body)
}

describe('a renamed file', () => {
  beforeEach(async () => {
    await mergeFiles(stage.story, { [OLD]: postmortem(...THREE) })
    await stage.play()
  })

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
    const pull = await mergeFiles(stage.story, {
      [OLD]: null,
      [NEW]: postmortem(...THREE.map((item) => `[x] ${item}`)),
    })
    await stage.play()
    expect(await commentsOnIssues()).toEqual([])
    expect(await stage.story.listComments(pull)).toEqual([])
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
