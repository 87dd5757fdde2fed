import { afterEach, beforeEach, describe, expect, test, jest } from '@jest/globals'
import { createStory } from '../../src/local-github/story.ts'
import { mergeFiles } from '../stage.ts'
import { openWeeksStage, type WeeksStage } from './weeks-stage.ts'

// Weeks pass in one test, and a busy machine takes its time.
jest.setTimeout(30_000)

const PATH = 'postmortems/2026-03-01-checkout.md'
const POSTMORTEM = `# Checkout outage

## Action items

- Add an alert on the payment error rate (due 2026-03-20)
- Write a runbook for the payment failover
`

let stage: WeeksStage
let pull: number
const ALERT = 2
const RUNBOOK = 3

beforeEach(async () => {
  stage = await openWeeksStage('2026-03-02T10:00:00Z', { repositories: [{ name: 'board' }] })
  pull = await mergeFiles(stage.story, { [PATH]: POSTMORTEM })
  stage.at('2026-03-02T10:30:00Z')
  await stage.settle()
  stage.at('2026-03-04T10:00:00Z')
  stage.requests()
})
afterEach(() => stage.close())

/** Comments, lets the app answer, and tells how it did. */
const say = async (
  number: number,
  body: string,
  author?: string,
  repo = 'shop',
): Promise<{ reactions: string[]; answers: string[] }> => {
  const before = (await stage.shown(number, repo)).length
  const { id } = await createStory(stage.github, 'maya', repo).comment(number, body, author)
  await stage.settle()
  const { body: reactions } = await stage.github.as(
    'maya',
    `GET /repos/acme/${repo}/issues/comments/${id}/reactions`,
  )
  return {
    reactions: (reactions as { content: string }[]).map(({ content }) => content),
    answers: (await stage.shown(number, repo)).slice(before),
  }
}

const DONE = { reactions: ['+1'], answers: [] }
const NOTHING = { reactions: [], answers: [] }

const dueLine = async (number: number): Promise<string> =>
  /\*\*Due:\*\* ([^\n]*)/.exec((await stage.story.readIssue(number)).body ?? '')?.[1] ?? ''

const status = async (): Promise<string> => (await stage.shown(pull))[0] ?? ''

describe('/due on the issue of an action item', () => {
  test('sets the date in issue, status and dashboard', async () => {
    expect(await say(RUNBOOK, '/due 2026-04-10')).toEqual(DONE)
    expect(await dueLine(RUNBOOK)).toBe('2026-04-10 (set with `/due`)')
    expect(await status()).toContain('| 2026-04-10 |')
    const dashboard = (await stage.story.listIssues()).find(
      ({ title }) => title === 'Postmortem action items',
    )
    expect(dashboard?.body).toContain('| 2026-04-10 |')
  })

  test('understands days as people write them', async () => {
    for (const [body, due] of [
      ['/due Friday', '2026-03-06'],
      ['/due in two weeks', '2026-03-18'],
      ['/DUE May 30', '2026-05-30'],
      ['I need longer for this.\n\n/due 2026-12-01\n\nSorry!', '2026-12-01'],
    ] as const) {
      expect([body, await say(RUNBOOK, body)]).toEqual([body, DONE])
      expect(await dueLine(RUNBOOK)).toBe(`${due} (set with \`/due\`)`)
    }
  })

  test('wins over the document, until that states another date', async () => {
    await say(ALERT, '/due 2026-05-01')
    await mergeFiles(stage.story, { [PATH]: POSTMORTEM.replace('an alert', 'a paging alert') })
    await stage.settle()
    expect(await dueLine(ALERT)).toBe('2026-05-01 (set with `/due`)')
    await mergeFiles(stage.story, { [PATH]: POSTMORTEM.replace('2026-03-20', '2026-04-20') })
    await stage.settle()
    expect(await dueLine(ALERT)).toBe('2026-04-20')
  })

  test('takes the date away with none, for good', async () => {
    expect(await say(ALERT, '/due none')).toEqual(DONE)
    expect(await dueLine(ALERT)).toBe('no date (set with `/due`)')
    await stage.look({ kind: 'paths', paths: [PATH] })
    expect(await dueLine(ALERT)).toBe('no date (set with `/due`)')
  })

  test('snoozes an overdue item: its label goes', async () => {
    stage.at('2026-03-23T09:00:00Z')
    await stage.rollUp()
    const labels = async (): Promise<string[]> =>
      (await stage.story.readIssue(ALERT)).labels.map(({ name }) => name)
    expect(await labels()).toContain('overdue')
    await say(ALERT, '/due 2026-04-10')
    expect(await labels()).not.toContain('overdue')
  })

  test('says what was wrong with words that name no date', async () => {
    expect(await say(RUNBOOK, '/due when @maya has <b>time</b>')).toEqual({
      reactions: ['confused'],
      answers: [
        'I found no date in “when @\u200bmaya has &lt;b&gt;time&lt;/b&gt;”. Write it like `/due 2026-12-01`, or `/due none` for no due date.',
      ],
    })
    expect(await say(RUNBOOK, '/due')).toEqual({
      reactions: ['confused'],
      answers: ['Which day? Write it like `/due 2026-12-01`, or `/due none` for no due date.'],
    })
  })

  test('belongs on the issues of action items only', async () => {
    const { number } = await stage.story.openIssue({ title: 'Something else' })
    expect(await say(number, '/due 2026-04-10')).toEqual(NOTHING)
    expect(await say(pull, '/due 2026-04-10')).toEqual(NOTHING)
  })

  test.each([
    ['that stayed here when issues went elsewhere', 'shop'],
    ['that was moved', 'board'],
  ])('does not work on an issue %s, and says so', async (_, where) => {
    if (where === 'shop')
      await stage.story.commitFile('.github/followthrough.yml', 'issues: {repository: board}\n')
    else await stage.story.transferIssue(RUNBOOK, 'board')
    await stage.settle()
    const { reactions, answers } = await say(where === 'shop' ? RUNBOOK : 1, '/due 2026-04-10', 'maya', where)
    expect(reactions).toEqual(['confused'])
    expect(answers[0]).toContain('change the date in the postmortem')
  })

  test('for an issue that moves before it is heard sets no date on the issue that has the new number here', async () => {
    await createStory(stage.github, 'maya', 'board').openIssue({ title: 'Something else' })
    const { body } = await stage.story.readIssue(ALERT)
    await stage.story.comment(RUNBOOK, '/due 2026-04-10')
    await stage.story.transferIssue(RUNBOOK, 'board')
    await stage.settle()
    expect((await stage.story.readIssue(ALERT)).body).toBe(body)
  })

  test('does not work on an issue of people that an item links, and says so', async () => {
    const theirs = await stage.story.openIssue({ title: 'Pin the client' })
    await mergeFiles(stage.story, { [PATH]: `${POSTMORTEM}- Pin the payment client #${theirs.number}\n` })
    await stage.settle()
    const { reactions, answers } = await say(theirs.number, '/due 2026-04-10')
    expect(reactions).toEqual(['confused'])
    expect(answers[0]).toContain('the postmortem alone says when it is due')
  })
})

describe('/followthrough on the pull request', () => {
  test('sync brings back what was lost', async () => {
    const [comment] = await stage.story.listComments(pull)
    await stage.github.as('maya', `DELETE /repos/acme/shop/issues/comments/${comment?.id ?? 0}`)
    const { reactions } = await say(pull, '/followthrough sync')
    expect(reactions).toEqual(['+1'])
    expect(await stage.shown(pull)).toEqual([expect.stringContaining('0 of 2 done')])
  })

  test('status says how it stands', async () => {
    await stage.story.closeIssue(ALERT)
    const { reactions, answers } = await say(pull, 'How are we doing?\n\n/followthrough status')
    expect(reactions).toEqual(['+1'])
    expect(answers).toEqual([
      expect.stringMatching(
        /^### Action items of \[Checkout outage\].*\n\n\*\*1 of 2 done\*\* █████░░░░░\n\n\[All items\]\(.*#issuecomment-\d+\)$/,
      ),
    ])
  })

  test('explains itself to who asks for something else', async () => {
    const { reactions, answers } = await say(pull, '/followthrough close everything')
    expect(reactions).toEqual(['confused'])
    expect(answers).toEqual([expect.stringContaining('I do not know “close everything”')])
  })

  test('says so where no postmortem is followed', async () => {
    const other = await mergeFiles(stage.story, { 'README.md': '# Shop' })
    const { reactions, answers } = await say(other, '/followthrough sync')
    expect(reactions).toEqual(['confused'])
    expect(answers).toEqual([expect.stringContaining('No postmortem is followed from here')])
  })

  test('works on the issue of an item, too', async () => {
    expect(await say(ALERT, '/followthrough sync')).toEqual(DONE)
    const { answers } = await say(ALERT, '/followthrough status')
    expect(answers).toEqual([expect.stringContaining('**0 of 2 done**')])
  })

  test('works for a postmortem without a pull request, on its tracking issue and on those of its items', async () => {
    await stage.story.commitFile(
      'postmortems/search.md',
      '# Search outage\n\n## Action items\n\n- Add a replica\n',
    )
    stage.at('2026-03-04T11:00:00Z')
    await stage.settle()
    const numberOf = async (title: string): Promise<number> =>
      (await stage.story.listIssues()).find((issue) => issue.title === title)?.number ?? 0
    for (const title of ['Action items: Search outage', 'Add a replica']) {
      const number = await numberOf(title)
      expect(await say(number, '/followthrough sync')).toEqual(DONE)
      const { reactions, answers } = await say(number, '/followthrough status')
      expect(reactions).toEqual(['+1'])
      expect(answers).toEqual([expect.stringContaining('**0 of 1 done**')])
    }
  })

  test('works where the issues are, for a postmortem of another repository', async () => {
    await stage.story.commitFile('.github/followthrough.yml', 'issues: {repository: board}\n')
    await mergeFiles(stage.story, { 'postmortems/search.md': '## Action items\n\n- Add a replica\n' })
    stage.at('2026-03-04T11:00:00Z')
    await stage.settle()
    const onBoard = (body: string): ReturnType<typeof say> => say(1, body, undefined, 'board')
    expect(await onBoard('/followthrough sync')).toEqual(DONE)
    expect((await onBoard('/followthrough status')).answers).toEqual([
      expect.stringContaining('**0 of 1 done**'),
    ])
    expect(await onBoard('/due 2026-04-10')).toEqual(DONE)
    expect((await onBoard('/followthrough status')).reactions).toEqual(['+1'])
  })
})

describe('nobody is heard', () => {
  test('without write access: no reaction, no answer, no change', async () => {
    const before = await stage.story.readIssue(ALERT)
    expect(await say(ALERT, '/due 2026-04-10', 'stranger')).toEqual(NOTHING)
    expect(await say(pull, '/followthrough nonsense', 'stranger')).toEqual(NOTHING)
    expect((await stage.story.readIssue(ALERT)).body).toBe(before.body)
  })

  // What else is no command is listed in the tests of `readCommands`.
  test('in a quote or in code', async () => {
    for (const body of ['> /due 2026-04-10\n\nNo.', '```\n/due 2026-04-10\n```', '`/due 2026-04-10`'])
      expect([body, await say(ALERT, body)]).toEqual([body, NOTHING])
    expect(await dueLine(ALERT)).toBe('2026-03-20')
  })

  test('who is the app itself', async () => {
    expect(await say(ALERT, '/due 2026-04-10', stage.github.botLogin)).toMatchObject({ reactions: [] })
    expect(await dueLine(ALERT)).toBe('2026-03-20')
  })
})

test('a command that is delivered again does nothing more', async () => {
  const { id } = await stage.story.comment(RUNBOOK, '/due 2026-04-10')
  await stage.settle()
  await say(RUNBOOK, '/due 2026-05-20')
  const look = { kind: 'command', comment: id, number: RUNBOOK, isPullRequest: false } as const
  expect(await stage.look(look)).toEqual([])
  expect(await dueLine(RUNBOOK)).toContain('2026-05-20')
})

test('a command whose answer got lost on the way is answered once', async () => {
  stage.github.fault({ match: { method: 'POST', path: /reactions$/ }, kind: '403' })
  const { id } = await stage.story.comment(RUNBOOK, '/due whenever')
  const look = { kind: 'command', comment: id, number: RUNBOOK, isPullRequest: false } as const
  await expect(stage.look(look)).rejects.toThrow('403')
  await stage.look(look)
  expect(await stage.shown(RUNBOOK)).toEqual([expect.stringContaining('I found no date')])
})
