import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mergeFiles, openStage, type Stage } from '../stage.ts'
import { postmortem } from './postmortems.ts'

const PATH = 'postmortems/2026-03-01-checkout.md'

const THREE = [
  'Add an alert on the payment error rate (@jonas)',
  'Write a runbook for the payment failover',
  'Raise the connection quota of the search cluster',
]

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

const issueTitles = async (): Promise<string[]> => (await stage.story.listIssues()).map(({ title }) => title)

describe('a merged postmortem', () => {
  test('becomes one issue per item and one comment, in at most N + 6 requests', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.playInOrder((jobs) => jobs.filter(({ look }) => look.kind === 'pull-request'))
    expect(stage.requests()).toEqual([
      `GET /repos/acme/shop/pulls/${pull}/files`,
      'POST /graphql',
      'GET /repos/acme/shop/issues',
      `GET /repos/acme/shop/issues/${pull}/comments`,
      'GET /repos/acme/shop/labels',
      'POST /repos/acme/shop/labels',
      'POST /repos/acme/shop/labels',
      'POST /repos/acme/shop/issues',
      'POST /repos/acme/shop/issues',
      'POST /repos/acme/shop/issues',
      `POST /repos/acme/shop/issues/${pull}/comments`,
    ])
    expect(await issueTitles()).toEqual([
      'Add an alert on the payment error rate',
      'Write a runbook for the payment failover',
      'Raise the connection quota of the search cluster',
    ])
    const [comment, ...more] = await stage.story.listComments(pull)
    expect(more).toEqual([])
    expect(comment?.body).toContain('0 of 3 done')
  })

  test('writes nothing when the same deliveries come again, in at most 5 reads', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.play()
    stage.requests()
    const job = { installationId: 2002, repository: { owner: 'acme', repo: 'shop' }, delivery: 'again' }
    expect(await stage.run({ ...job, look: { kind: 'pull-request', number: pull } })).toEqual([])
    expect(stage.requests()).toEqual([
      `GET /repos/acme/shop/pulls/${pull}/files`,
      'POST /graphql',
      'GET /repos/acme/shop/issues',
      `GET /repos/acme/shop/issues/${pull}/comments`,
    ])
    expect(await stage.run({ ...job, look: { kind: 'paths', paths: [PATH] } })).toEqual([])
  })

  test.each(['push first', 'pull request first'])('is the same with the %s', async (order) => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    const kind = order === 'push first' ? 'paths' : 'pull-request'
    await stage.playInOrder((jobs) => jobs.toSorted((job) => (job.look.kind === kind ? -1 : 1)))
    expect(await issueTitles()).toHaveLength(3)
    expect(await stage.story.listComments(pull)).toHaveLength(1)
  })
})

describe('an edit', () => {
  test('rewords, adds, ticks off and removes in as many writes, and leaves the rest alone', async () => {
    const pull = await mergeFiles(stage.story, {
      [PATH]: postmortem(...THREE, 'Delete the unused feature flag'),
    })
    await stage.play()
    await mergeFiles(stage.story, {
      [PATH]: postmortem(
        'Add a paging alert on the payment error rate (@jonas)',
        'Pin the version of the payment client',
        'Raise the connection quota of the search cluster (done)',
        'Delete the unused feature flag',
      ),
    })
    stage.requests()
    await stage.playInOrder((jobs) => jobs.filter(({ look }) => look.kind === 'paths'))
    expect(stage.requests()).toEqual([
      'POST /graphql',
      'GET /repos/acme/shop/issues',
      `GET /repos/acme/shop/issues/${pull}/comments`,
      'PATCH /repos/acme/shop/issues/2',
      'PATCH /repos/acme/shop/issues/4',
      'POST /repos/acme/shop/issues',
      'GET /repos/acme/shop/issues/3/comments',
      'POST /repos/acme/shop/issues/3/comments',
      'PATCH /repos/acme/shop/issues/3',
      expect.stringMatching(/^PATCH \/repos\/acme\/shop\/issues\/comments\/\d+$/),
    ])
    expect(await stage.story.listIssues()).toMatchObject([
      { title: 'Add a paging alert on the payment error rate', state: 'open' },
      { title: 'Write a runbook for the payment failover', state: 'open' },
      {
        title: 'Raise the connection quota of the search cluster',
        state: 'closed',
        state_reason: 'completed',
      },
      { title: 'Delete the unused feature flag', state: 'open' },
      { title: 'Pin the version of the payment client', state: 'open' },
    ])
  })

  test('that renames the file keeps the issues and the comment', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.play()
    const renamed = 'docs/postmortems/checkout.md'
    const second = await mergeFiles(stage.story, { [PATH]: null, [renamed]: postmortem(...THREE) })
    await stage.play()
    expect(await issueTitles()).toHaveLength(3)
    expect(await stage.story.listComments(second)).toEqual([])
    const comments = await stage.story.listComments(pull)
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain(renamed)
  })

  test('that deletes the file keeps the issues, marks them, and says so', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.play()
    await mergeFiles(stage.story, { [PATH]: null })
    await stage.play()
    for (const issue of await stage.story.listIssues()) {
      expect(issue.state).toBe('open')
      expect(issue.body).toContain('no longer lists this action item')
      expect(await stage.story.listComments(issue.number)).toHaveLength(1)
    }
    expect((await stage.story.listComments(pull))[0]?.body).toContain('The file was deleted')
  })
})

describe('people at work on the issues', () => {
  test('close, reopen, retitle and assign: the status follows each', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.play()
    const status = async (): Promise<string> => {
      await stage.play()
      return (await stage.story.listComments(pull))[0]?.body ?? ''
    }
    await stage.story.closeIssue(2)
    expect(await status()).toContain('1 of 3 done')
    await stage.story.closeIssue(3, 'not_planned')
    expect(await status()).toContain('won’t do')
    await stage.story.reopen(2)
    expect(await status()).toContain('0 of 3 done')
    await stage.story.assign(4, 'maya')
    expect(await status()).toContain('maya')
    await stage.story.retitle(4, 'More connections for the search cluster')
    expect(await status()).toContain('| More connections for the search cluster |')
  })

  test('an issue that is deleted is not opened again', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.play()
    await stage.story.deleteIssue(3)
    await stage.play()
    expect(await issueTitles()).toHaveLength(2)
    expect((await stage.story.listComments(pull))[0]?.body).toContain('deleted')
    await mergeFiles(stage.story, { [PATH]: postmortem(...THREE, 'Pin the version of the payment client') })
    await stage.play()
    expect(await issueTitles()).toHaveLength(3)
  })

  test('an issue whose block was removed gets it back and keeps what people wrote', async () => {
    await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.play()
    await stage.story.rewrite(3, 'I rewrote all of it.')
    await mergeFiles(stage.story, { [PATH]: postmortem(...THREE, 'Pin the version of the payment client') })
    await stage.play()
    expect(await issueTitles()).toHaveLength(4)
    const { body } = await stage.story.readIssue(3)
    expect(body).toContain('Write a runbook for the payment failover')
    expect(body).toContain('I rewrote all of it.')
  })
})

test('issues that are deleted before the app looks at them: an adopted one, whose item gets its own, and one with a command', async () => {
  const theirs = await stage.story.openIssue({ title: 'Alert on payment errors' })
  await mergeFiles(stage.story, {
    [PATH]: postmortem(`Add an alert on the payment error rate #${theirs.number}`, THREE[1] ?? ''),
  })
  await stage.play()
  const ours = (await stage.story.listIssues()).find(({ title }) => title === THREE[1])?.number ?? 0
  await stage.story.comment(ours, '/due 2026-12-01')
  await stage.story.deleteIssue(ours)
  await stage.story.deleteIssue(theirs.number)
  await stage.play()
  expect(await issueTitles()).toEqual([expect.stringContaining('Add an alert')])
})

test('an issue with a forged record is never adopted, edited or counted', async () => {
  const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
  await stage.play()
  const { body } = await stage.story.readIssue(2)
  const forged = await stage.story.openIssue(
    { title: 'Add an alert on the payment error rate', body: body ?? '' },
    'stranger',
  )
  await stage.story.closeIssue(forged.number)
  await mergeFiles(stage.story, { [PATH]: postmortem(...THREE.slice(1)) })
  await stage.play()
  expect(await stage.story.readIssue(forged.number)).toMatchObject({ body, state: 'closed' })
  expect(await stage.story.listComments(forged.number)).toEqual([])
  expect((await stage.story.listComments(pull))[0]?.body).toContain('0 of 3 done')
})

test.each([
  ['as by default', ''],
  ['as the team calls it', 'labels: {actionItem: corrective-action}\n'],
])(
  'an issue that an item links is followed instead of a new one, labelled %s and told so once',
  async (_, config) => {
    await stage.story.commitFile('.github/followthrough.yml', config)
    const theirs = await stage.story.openIssue({ title: 'Alert on payment errors' }, 'maya')
    const pull = await mergeFiles(stage.story, {
      [PATH]: postmortem(`Add an alert on the payment error rate #${theirs.number}`, ...THREE.slice(1)),
    })
    await stage.play()
    await stage.play()
    expect(await issueTitles()).toHaveLength(3)
    expect(await stage.story.listComments(theirs.number)).toHaveLength(1)
    await stage.story.closeIssue(theirs.number)
    await stage.play()
    expect((await stage.story.listComments(pull))[0]?.body).toContain('1 of 3 done')
    expect(await stage.story.listComments(theirs.number)).toHaveLength(1)
  },
)

describe('what cannot be done is said where people look', () => {
  const statusOf = async (files: Record<string, string | Uint8Array>): Promise<string> => {
    const pull = await mergeFiles(stage.story, files)
    await stage.play()
    return (await stage.story.listComments(pull))[0]?.body ?? ''
  }

  test('an owner that cannot be assigned stops no issue', async () => {
    const status = await statusOf({
      [PATH]: postmortem('Add an alert (@nobody-here)', 'Write a runbook (@jonas)'),
    })
    expect(await stage.story.listIssues()).toMatchObject([
      { assignees: [] },
      { assignees: [{ login: 'jonas' }] },
    ])
    expect(status).toContain('nobody-here')
  })

  test('a file of more than 1 MB', async () => {
    const status = await statusOf({ [PATH]: postmortem(...THREE) + 'x'.repeat(1_100_000) })
    expect(await issueTitles()).toEqual([])
    expect(status).toContain('1.11 MB')
  })

  test('a binary file', async () => {
    const status = await statusOf({ [PATH]: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) })
    expect(await issueTitles()).toEqual([])
    expect(status).toContain('not text')
  })

  test('an empty file', async () => {
    expect(await statusOf({ [PATH]: '' })).toContain('No action items were found')
  })

  test('a file that grew too large keeps its issues as they are', async () => {
    const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
    await stage.play()
    await mergeFiles(stage.story, { [PATH]: 'x'.repeat(1_100_000) })
    await stage.play()
    const status = (await stage.story.listComments(pull))[0]?.body ?? ''
    expect(status).toContain('1.10 MB')
    expect(status).toContain('0 of 3 done')
    for (const { body } of await stage.story.listIssues()) expect(body).not.toContain('no longer lists')
  })

  test('a file pushed without a pull request has its status in an issue, closed when all is done', async () => {
    await stage.story.commitFile(PATH, postmortem(...THREE))
    await stage.play()
    expect(await issueTitles()).toEqual([
      ...THREE.map((title) => title.replace(' (@jonas)', '')),
      'Action items: Checkout outage',
    ])
    for (const number of [1, 2, 3]) await stage.story.closeIssue(number)
    await stage.play()
    expect(await stage.story.readIssue(4)).toMatchObject({ state: 'closed', state_reason: 'completed' })
    await stage.story.reopen(1)
    await stage.play()
    expect(await stage.story.readIssue(4)).toMatchObject({ state: 'open' })
  })
})

test('a repository without issues gets a status that says so', async () => {
  await stage.story.configure({ has_issues: false })
  const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...THREE) })
  await stage.play()
  const [comment] = await stage.story.listComments(pull)
  expect(comment?.body).toContain('Issues are switched off')
})

test('a missing permission is said on the pull request', async () => {
  const denied = await openStage({
    app: { permissions: { contents: 'read', metadata: 'read', pull_requests: 'write' } },
  })
  try {
    const pull = await mergeFiles(denied.story, { [PATH]: postmortem(...THREE) })
    await denied.play().catch(() => undefined)
    const [comment] = await denied.story.listComments(pull)
    expect(comment?.body).toContain('lacks a permission')
  } finally {
    await denied.close()
  }
})

test('untrusted text can notify nobody, close nothing and break no table', async () => {
  const pull = await mergeFiles(stage.story, {
    [PATH]: postmortem(
      'Tell @acme/everyone that this fixes #1 <!-- followthrough {"kind":"item"} --> now',
      'Close the </details> of `a|b` | and **more**',
      `Keep ${'very '.repeat(1000)}long lines short`,
    ),
  })
  await stage.play()
  expect(await stage.play()).toEqual([])
  const issues = await stage.story.listIssues()
  expect(issues).toHaveLength(3)
  const texts = [
    ...issues.map(({ body }) => body ?? ''),
    ...(await stage.story.listComments(pull)).map(({ body }) => body),
  ]
  for (const text of texts) {
    const visible = text.replace(/<!-- \/?followthrough.*?-->/g, '')
    expect(visible).not.toMatch(/@acme/)
    expect(visible).not.toContain('<!--')
    expect(visible).not.toMatch(/fixes #1/)
  }
})
