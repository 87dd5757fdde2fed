import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const textsOf = (markdown: string): string[] => extractPostmortem(markdown).items.map(({ text }) => text)

test('a table of incidents names the follow-up of each', () => {
  const table =
    '| Date | Incident | Cause | Follow-up | Owner |\n|---|---|---|---|---|\n| 2026-03-02 | Leak | Seal | Order three seals | Ada |\n'
  const { items } = extractPostmortem(`# Spring in the pool\n\n${table}`)
  expect(items).toMatchObject([{ text: 'Order three seals', owners: ['Ada'], due: null }])
})

test('boxes below a box that only names them are the items', () => {
  const list = '- [ ] Pump room\n  - [ ] order three seals\n  - [ ] test the pump\n'
  expect(textsOf(`# Leak\n\n## To do\n\n${list}`)).toEqual(['order three seals', 'test the pump'])
})

test('bold labels over sentences are groups, whatever their words', () => {
  const markdown =
    '# Leak\n\n## Prevention\n\n- **Once the ice melts:**\n  - We will order three seals.\n  - The old pump will go to the museum.\n'
  expect(textsOf(markdown)).toEqual(['We will order three seals.', 'The old pump will go to the museum.'])
})

test('lines in lower case are tasks where each says what to do', () => {
  expect(textsOf("# Leak\n\n## Prevention\n\norder three seals\ndon't dive\n")).toEqual([
    'order three seals',
    "don't dive",
  ])
})

test('a paragraph may begin with the incident', () => {
  const prose = 'The incident could have been avoided. We need to test the pump.'
  expect(textsOf(`# Leak\n\n## Prevention\n\n${prose}\n`)).toEqual(['We need to test the pump.'])
})

test('"To do:" as a heading names a list', () => {
  expect(textsOf('# Leak\n\n## TO DO:\n\n1. Seals\n2. A pump test\n')).toEqual(['Seals', 'A pump test'])
})

test('emoji begin the items right below a name', () => {
  const markdown = '# Leak\n\n**Next steps**\n✔️ Order three seals\n⏳ Test the pump\n'
  expect(textsOf(markdown)).toEqual(['Order three seals', 'Test the pump'])
})

test('what follows "None." explains why', () => {
  expect(textsOf('# Leak\n\n## Action items\n\nNone. The pump did what it should.\n')).toEqual([])
})

test('boxes of a document that reports nothing are left alone', () => {
  const guide = '# The pool\n\nWelcome!\n\n## Your first day\n\n- [ ] Order a badge\n- [ ] Meet Ada\n'
  expect(textsOf(guide)).toEqual([])
  expect(textsOf(`${guide}\n## Timeline\n\n09:00 It leaked.\n`)).toHaveLength(2)
})

describe('people as names of lists', () => {
  const ownersOf = (markdown: string): string[][] =>
    extractPostmortem(`# Leak\n\n## To do\n\n${markdown}`).items.map(({ owners }) => owners)

  test('a given name alone owns what stands below it, whatever the other lists are called', () => {
    expect(ownersOf('### Helena\n\n- Order seals\n\n### Pump room\n\n- Test the pump\n')).toEqual([
      ['Helena'],
      [],
    ])
  })

  test('a label over sub-items names who does them', () => {
    expect(ownersOf('- Helena:\n  - order seals\n  - test the pump\n')).toEqual([['Helena'], ['Helena']])
  })

  test('nobody is called "We"', () => {
    expect(ownersOf('- We will order seals.\n- They will test the pump.\n')).toEqual([[], []])
  })
})

test('boxes that ask whether the report is complete are no work', () => {
  const list =
    '- [ ] The leak is over\n- [ ] All sections are filled in\n- [x] Every task above has an issue\n'
  expect(textsOf(`# Leak\n\n## Prevention\n\n- Order seals\n\n## Actions\n\n${list}`)).toEqual([
    'Order seals',
  ])
  expect(textsOf('# Leak\n\n## Actions\n\n- [ ] The pump is tested\n- [ ] Seals are ordered\n')).toHaveLength(
    2,
  )
})

test('"What to do" is the response where follow-up work stands beside it', () => {
  const known = '# Known leaks\n\n## Pump room\n\n**What to do:** close the valve and call Ada.\n\n'
  expect(textsOf(`${known}**Follow up:**\n\n- Order seals\n`)).toEqual(['Order seals'])
  expect(textsOf('# Leak\n\n## What to do\n\n- Order seals\n- Test the pump\n')).toHaveLength(2)
})

test('a numbered heading over examples is no task', () => {
  const markdown =
    '# Leak\n\n## Prevention\n\n### 1. Seals of rubber\n\nOr cork.\n\n### 2. Examples\n\n```\nseal()\n```\n'
  expect(textsOf(markdown)).toEqual(['Seals of rubber'])
})

test('a long title ends in a colon, and its paragraph tells what to do', () => {
  const item = '* Look at the pump before it looks at you one night:\n\n  Install a camera.\n'
  expect(textsOf(`# Leak\n\n## Prevention\n\n${item}`)).toEqual([
    'Look at the pump before it looks at you one night: Install a camera.',
  ])
})

test('a label among labels of tasks is one more of them, whatever it is called elsewhere', () => {
  const lines =
    'Tasks:\nSeals:\nOrder three seals.\nContacts:\nUpdate the number of the vendor.\nPump:\nTest it each week.\n'
  expect(textsOf(`Leak\n\n${lines}`)).toEqual([
    'Order three seals.',
    'Update the number of the vendor.',
    'Test it each week.',
  ])
})

test('beside the reason of each finding, a column of actions is work', () => {
  const table = (action: string): string =>
    `# Leak\n\n## Five whys\n\n| Why? | Answer | Action |\n|---|---|---|\n| Why did it leak? | Old seal | ${action} |\n`
  expect(textsOf(table('Order three seals'))).toEqual(['Order three seals'])
  expect(textsOf(table('Closed the valve'))).toEqual([])
  expect(textsOf(table('Order three seals').replace('Why?', 'Problem'))).toEqual([])
})

test('fields may stand before the task', () => {
  const item = '- Ticket: OPS-7\n  Action: order three seals\n  Owner: Ada\n  Due: 2026-06-01\n'
  expect(extractPostmortem(`# Leak\n\n## To do\n\n${item}`).items).toMatchObject([
    { text: 'order three seals', owners: ['Ada'], due: '2026-06-01', links: ['OPS-7'] },
  ])
})

test('what a label gives up is not filed', () => {
  const list = '- Order three seals\n- Not planned: a second pump\n- Duplicate seals: order a spare\n'
  expect(textsOf(`# Leak\n\n## To do\n\n${list}`)).toEqual([
    'Order three seals',
    'Duplicate seals: order a spare',
  ])
})

test('a list that is all merged is done', () => {
  const { items } = extractPostmortem('# Leak\n\n## Improvements (all merged)\n\n- Order three seals\n')
  expect(items).toMatchObject([{ done: true }])
})

test('figures read in the order that another date of the document shows', () => {
  const dueDates = (other: string): (string | null)[] =>
    extractPostmortem(
      `# Leak\n\n## To do\n\n- Order seals (due: 04/05/2026)\n- Test (due: ${other})\n`,
    ).items.map(({ due }) => due)
  expect(dueDates('04/30/2026')).toEqual(['2026-04-05', '2026-04-30'])
  expect(dueDates('30/04/2026')).toEqual(['2026-05-04', '2026-04-30'])
})

test('the number of an issue is enough for an item, a number alone is none', () => {
  expect(textsOf('# Leak\n\n## Tasks\n\n- #13\n- 13\n')).toEqual(['#13'])
})

test('a table of one task does not date the incident', () => {
  const table = '| Who | What | When |\n|---|---|---|\n| Ada | Order seals | 2026-06-01 |\n'
  expect(extractPostmortem(`# Leak of 2026-05-03\n\n## Tasks\n\n${table}`)).toMatchObject({
    incidentDate: '2026-05-03',
    items: [{ due: '2026-06-01' }],
  })
})

test('a form that says what items should be like is filled in where it tells the day', () => {
  const report =
    '## Action items\n\nEach action item should be assigned to one person.\n\n- Order three seals\n'
  expect(textsOf(`# Leak of 2026-05-03\n\n${report}`)).toEqual(['Order three seals'])
  expect(textsOf(`# Leak\n\n${report}`)).toEqual([])
})

test('a bold line that ends the report ends its last list', () => {
  const markdown =
    '# Leak\n\n## Prevention\n\n- Order seals\n\n---\n\n🎬 **The End**\n\nAlways count the fish.\n'
  expect(textsOf(markdown)).toEqual(['Order seals'])
})
