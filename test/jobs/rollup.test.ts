import { afterEach, beforeEach, describe, expect, test, jest } from '@jest/globals'
import type { Issue } from '../../src/local-github/views.ts'
import { addDays } from '../../src/plan/weeks.ts'
import { golden } from '../golden.ts'
import { mergeFiles } from '../stage.ts'
import { postmortem } from './postmortems.ts'
import { openWeeksStage, visible, type WeeksStage } from './weeks-stage.ts'

// Weeks pass in one test, and a busy machine takes its time.
jest.setTimeout(30_000)

const PATH = 'postmortems/2026-03-01-checkout.md'
const ITEMS = [
  'Add an alert on the payment error rate (@jonas, due 2026-03-13)',
  'Write a runbook for the payment failover (@maya, due 2026-03-20)',
  'Raise the connection quota of the search cluster',
]
const [ALERT, RUNBOOK, QUOTA] = [2, 3, 4] as const

let stage: WeeksStage
beforeEach(async () => {
  stage = await openWeeksStage('2026-03-02T10:00:00Z')
})
afterEach(() => stage.close())

/** A postmortem that was merged on Monday, 2 March 2026; the pull request is the only other thing there. */
const merged = async (...items: string[]): Promise<number> => {
  const pull = await mergeFiles(stage.story, { [PATH]: postmortem(...(items.length > 0 ? items : ITEMS)) })
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  return pull
}

const monday = async (day: string): Promise<void> => {
  stage.at(`${day}T09:00:00Z`)
  await stage.rollUp()
}

const during = async (time: string, ...actions: (() => Promise<unknown>)[]): Promise<void> => {
  stage.at(time)
  for (const action of actions) await action()
  await stage.settle()
}

const weekly = async (number: number): Promise<string[]> =>
  (await stage.shown(number)).filter((body) => body.startsWith('### Week'))

const isLate = async (number: number): Promise<boolean> =>
  (await stage.story.readIssue(number)).labels.some(({ name }) => name === 'overdue')

const dashboard = async (): Promise<Issue | undefined> =>
  (await stage.story.listIssues()).find(({ title }) => title === 'Postmortem action items')

const minimized = async (pull: number): Promise<boolean[]> => {
  const query = `{ repository(owner: "acme", name: "shop") { pullRequest(number: ${pull}) {
    comments(first: 100) { nodes { isMinimized body } } } } }`
  const { body } = await stage.github.as('maya', 'POST /graphql', { query })
  const answer = body as {
    data: { repository: { pullRequest: { comments: { nodes: { isMinimized: boolean; body: string }[] } } } }
  }
  return answer.data.repository.pullRequest.comments.nodes
    .filter(({ body }) => body.includes('### Week'))
    .map(({ isMinimized }) => isMinimized)
}

test('three weeks, one item closed in each, and silence after the last', async () => {
  const pull = await merged()
  await monday('2026-03-09')
  await during('2026-03-11T12:00:00Z', () => stage.story.closeIssue(RUNBOOK))
  await monday('2026-03-16')
  expect(await isLate(ALERT)).toBe(true)
  await during('2026-03-18T12:00:00Z', () => stage.story.closeIssue(QUOTA))
  await monday('2026-03-23')
  const comments = await weekly(pull)
  expect(comments).toHaveLength(3)
  for (const [index, comment] of comments.entries()) {
    expect(comment).toBe(golden(`jobs/golden/three-weeks-${index + 1}.md`, comment))
  }
  expect(await minimized(pull)).toEqual([true, true, false])
  const shown = visible((await dashboard())?.body ?? '')
  expect(shown).toBe(golden('jobs/golden/three-weeks-dashboard.md', shown))

  await during('2026-03-25T12:00:00Z', () => stage.story.closeIssue(ALERT))
  expect(await isLate(ALERT)).toBe(false)
  expect(visible((await dashboard())?.body ?? '')).toContain('Nothing is open.')
  expect((await stage.shown(pull))[0]).toContain('**All action items are done.** It took 23 days.')
  await monday('2026-03-30')
  await monday('2026-04-06')
  expect(await weekly(pull)).toHaveLength(3)
  expect(await minimized(pull)).toEqual([true, true, true])
  stage.requests()
  await monday('2026-04-13')
  expect(stage.requests()).toEqual(['GET /repos/acme/shop/issues', 'POST /graphql'])
})

test('an item that is reopened, one that is snoozed, one that won’t be done', async () => {
  const pull = await merged()
  await during('2026-03-05T12:00:00Z', () => stage.story.closeIssue(ALERT))
  await monday('2026-03-09')
  await during(
    '2026-03-12T12:00:00Z',
    () => stage.story.reopen(ALERT),
    () => stage.story.closeIssue(QUOTA, 'not_planned'),
    () => stage.story.comment(RUNBOOK, '/due 2026-04-15'),
  )
  await monday('2026-03-16')
  const comment = (await weekly(pull)).at(-1) ?? ''
  expect(comment).toBe(golden('jobs/golden/reopened.md', comment))
  await monday('2026-03-23')
  expect((await weekly(pull)).at(-1)).toContain('Nothing was closed or added in the last seven days.')
  expect(await isLate(RUNBOOK)).toBe(false)
})

test('an item that is overdue, gets more time, and is overdue again', async () => {
  const pull = await merged()
  const lastNote = async (): Promise<string> => (await weekly(pull)).at(-1) ?? ''
  await monday('2026-03-16')
  expect(await lastNote()).toContain('3 days late, @jonas')
  await during('2026-03-17T12:00:00Z', () => stage.story.comment(ALERT, '/due 2026-03-27', 'jonas'))
  expect(await isLate(ALERT)).toBe(false)
  await monday('2026-03-23')
  expect(await lastNote()).not.toContain('@jonas')
  expect(await lastNote()).toContain('Add an alert on the payment error rate: Friday 27 March, jonas')
  await monday('2026-03-30')
  expect(await lastNote()).toContain('3 days late, @jonas')
  expect(await isLate(ALERT)).toBe(true)
})

describe('once a week, whatever happens', () => {
  test('run again, no write', async () => {
    const pull = await merged()
    await monday('2026-03-16')
    stage.requests()
    stage.at('2026-03-17T23:00:00Z')
    await stage.rollUp()
    expect(stage.requests().filter((request) => !/^GET|graphql$/.test(request))).toEqual([])
    expect(await weekly(pull)).toHaveLength(1)
    await monday('2026-03-23')
    expect(await weekly(pull)).toHaveLength(2)
  })

  test('two at once leave one comment', async () => {
    const pull = await merged()
    stage.at('2026-03-16T09:00:00Z')
    await Promise.all([stage.rollUp(), stage.rollUp(), stage.rollUp()])
    expect(await weekly(pull)).toHaveLength(1)
  })

  test('a second one that a crash left is deleted by the next run', async () => {
    const pull = await merged()
    await monday('2026-03-16')
    const { github } = stage
    const [, note] = await stage.story.listComments(pull)
    await github.as(github.botLogin, `POST /repos/acme/shop/issues/${pull}/comments`, { body: note?.body })
    expect(await weekly(pull)).toHaveLength(2)
    await stage.rollUp()
    expect((await stage.story.listComments(pull)).map(({ id }) => id)).toContain(note?.id)
    expect(await weekly(pull)).toHaveLength(1)
  })

  test('a crash at any request, with its effect or without, is mended by the next run', async () => {
    const other = 'postmortems/2026-03-01-search.md'
    const pull = await mergeFiles(stage.story, {
      [PATH]: postmortem(...ITEMS),
      [other]: postmortem('Move the index to faster disks'),
    })
    stage.at('2026-03-02T10:30:00Z')
    await stage.settle()
    let weeks = 0
    let crashes = 0
    for (const kind of ['drop-before', 'drop-after'] as const) {
      for (let nth = 1; nth <= 11; nth++) {
        stage.at(`${addDays('2026-03-09', 7 * weeks++)}T09:00:00Z`)
        stage.github.fault({ match: {}, kind, nth })
        await stage.rollUp().catch(() => crashes++)
        stage.github.clearFaults()
        await stage.rollUp()
      }
    }
    expect(crashes).toBeGreaterThan(15)
    const headings = (await weekly(pull)).map((text) =>
      /^### (Week \d+)[^]*?(checkout|search)\.md/.exec(text),
    )
    expect(headings).toHaveLength(2 * weeks)
    expect(new Set(headings.map((heading) => `${heading?.[1]} ${heading?.[2]}`)).size).toBe(2 * weeks)
    const hidden = await minimized(pull)
    expect(hidden.filter((isHidden) => !isHidden)).toHaveLength(2)
  })

  test('a file that is renamed within the week', async () => {
    const pull = await merged()
    await monday('2026-03-16')
    await mergeFiles(stage.story, { [PATH]: null, 'docs/postmortems/checkout.md': postmortem(...ITEMS) })
    stage.at('2026-03-17T09:00:00Z')
    await stage.settle()
    await stage.rollUp()
    expect(await weekly(pull)).toHaveLength(1)
  })

  test('a file that is renamed within the week, after its oldest issue was deleted', async () => {
    const pull = await merged()
    await monday('2026-03-16')
    const [oldest] = await stage.story.listIssues()
    await stage.story.deleteIssue(oldest?.number ?? 0)
    await mergeFiles(stage.story, { [PATH]: null, 'docs/postmortems/checkout.md': postmortem(...ITEMS) })
    stage.at('2026-03-17T09:00:00Z')
    await stage.settle()
    await stage.rollUp()
    expect(await weekly(pull)).toHaveLength(1)
  })

  test('a file that is renamed within the week, after which all its issues were deleted', async () => {
    const pull = await merged()
    await monday('2026-03-16')
    const path = 'docs/postmortems/checkout.md'
    await mergeFiles(stage.story, { [PATH]: null, [path]: postmortem(...ITEMS) })
    await during('2026-03-17T09:00:00Z')
    for (const number of [ALERT, RUNBOOK, QUOTA]) await stage.story.deleteIssue(number)
    await mergeFiles(stage.story, { [path]: postmortem(...ITEMS, 'Page on the depth of the queue') })
    await during('2026-03-18T09:00:00Z')
    await stage.rollUp()
    expect(await weekly(pull)).toHaveLength(1)
    await monday('2026-03-23')
    expect(await minimized(pull)).toEqual([true, false])
  })

  test('over the turn of the year, in week 53', async () => {
    const pull = await merged()
    for (const day of ['2026-12-21', '2026-12-28', '2027-01-03', '2027-01-04']) await monday(day)
    expect((await weekly(pull)).map((text) => text.split(':')[0])).toEqual([
      '### Week 52',
      '### Week 53',
      '### Week 1',
    ])
  })
})

describe('who is mentioned', () => {
  test('the owners of overdue items only, and once a week, whatever else happens in it', async () => {
    const pull = await merged()
    await monday('2026-03-16')
    await during('2026-03-17T12:00:00Z', () => stage.story.closeIssue(QUOTA))
    await during('2026-03-18T12:00:00Z', () => stage.story.reopen(QUOTA))
    stage.at('2026-03-20T09:00:00Z')
    await stage.rollUp()
    const comments = await stage.shown(pull)
    expect(comments.flatMap((comment) => comment.match(/@\w+/g) ?? [])).toEqual(['@jonas'])
    expect(comments.join()).toContain('maya')
  })

  test('nobody for an item that the document no longer lists: it is late for no one, there, in the status or on the dashboard', async () => {
    const pull = await merged()
    await monday('2026-03-16')
    expect(await isLate(ALERT)).toBe(true)
    await mergeFiles(stage.story, { [PATH]: postmortem(ITEMS[1] ?? '', ITEMS[2] ?? '') })
    await stage.settle()
    expect(await isLate(ALERT)).toBe(false)
    await monday('2026-03-23')
    const [status = ''] = await stage.shown(pull)
    const [, note = ''] = await weekly(pull)
    expect(note.match(/@\w+/g)).toEqual(['@maya'])
    expect(note).toContain('### Week 13: 0 of 3 done · 1 overdue')
    expect(status).toContain('**0 of 3 done · 1 overdue**')
    expect(status).toContain('| jonas | 2026-03-13 | ⚪ no longer in the document |')
    const shown = visible((await dashboard())?.body ?? '')
    expect(shown).toContain('**3 of 3 action items open** · 1 overdue')
    expect(shown).toMatch(/No longer in their documents \(1\)[^]*Add an alert/)
  })

  test('nobody, where the configuration says so', async () => {
    await stage.story.commitFile('.github/followthrough.yml', 'rollup:\n  mentions: none\n')
    const pull = await merged()
    await monday('2026-03-16')
    const [comment = ''] = await weekly(pull)
    expect(comment).not.toContain('@')
    expect(comment).toContain('jonas')
  })
})

test('without weekly comments, overdue issues are still labelled', async () => {
  await stage.story.commitFile('.github/followthrough.yml', 'rollup:\n  enabled: false\n')
  const pull = await merged()
  await monday('2026-03-16')
  expect(await weekly(pull)).toEqual([])
  expect(await isLate(ALERT)).toBe(true)
})

test('an item whose date is past when it is merged is labelled from the start', async () => {
  await merged('Add an alert (due 2026-02-20)', 'Write a runbook (due 2026-03-20)')
  expect([await isLate(2), await isLate(3)]).toEqual([true, false])
})

test('a postmortem without a pull request is noted on its tracking issue', async () => {
  await stage.story.commitFile(PATH, postmortem(...ITEMS))
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  const tracking = (await stage.story.listIssues()).find(({ title }) => title.startsWith('Action items:'))
  for (const [day, words] of [
    ['2026-03-16', 'overdue by 3 days'],
    ['2026-03-23', 'overdue by 10 days'],
  ] as const) {
    await monday(day)
    expect((await stage.story.readIssue(tracking?.number ?? 0)).body).toContain(words)
  }
  expect(await weekly(tracking?.number ?? 0)).toHaveLength(2)
})

test('a crash right after overdue issues were labelled leaves no status behind', async () => {
  await stage.story.commitFile(PATH, postmortem(...ITEMS))
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  const tracking = (await stage.story.listIssues()).find(({ title }) => title.startsWith('Action items:'))
  stage.at('2026-03-16T09:00:00Z')
  stage.github.fault({
    match: ({ body }) => JSON.stringify(body ?? '').includes('addLabelsToLabelable'),
    kind: 'drop-after',
  })
  await expect(stage.rollUp()).rejects.toThrow(/graphql/)
  await stage.rollUp()
  expect((await stage.story.readIssue(tracking?.number ?? 0)).body).toContain('1 overdue')
})

test('adopted items and items done in the document count as in the status', async () => {
  const theirs = await stage.story.openIssue({ title: 'Alert on payment errors' }, 'maya')
  const pull = await merged(`Add an alert #${theirs.number}`, 'Write a runbook', 'Pin the client (done)')
  await stage.story.closeIssue(theirs.number)
  await stage.settle()
  await monday('2026-03-09')
  expect((await weekly(pull))[0]).toContain('Week 11: 2 of 3 done')
})

test('GitHub refusing to hide a comment stops nothing', async () => {
  const pull = await merged()
  await monday('2026-03-09')
  const { github } = stage
  github.fault({
    match: ({ body }) => JSON.stringify(body ?? '').includes('minimizeComment'),
    kind: '403',
  })
  await monday('2026-03-16')
  expect(await weekly(pull)).toHaveLength(2)
  expect(await minimized(pull)).toEqual([false, false])
})

describe('cost', () => {
  test.each([1, 2, 5])('of %i postmortems: at most ceil(I/100) + 2P + 6 requests', async (count) => {
    const theirs = await stage.story.openIssue({ title: 'Pin the client' })
    for (let index = 0; index < count; index++) {
      const items = [...ITEMS, `Pin the payment client #${theirs.number}`].map((item) => `${item} ${index}`)
      await mergeFiles(stage.story, { [`postmortems/${index}.md`]: postmortem(...items) })
    }
    stage.at('2026-03-02T10:30:00Z')
    await stage.settle()
    for (const day of ['2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30']) {
      stage.at(`${day}T09:00:00Z`)
      stage.requests()
      await stage.look({ kind: 'rollup' })
      expect(stage.requests().length).toBeLessThanOrEqual(1 + 2 * count + 6)
      await stage.followUp()
    }
  })
})
