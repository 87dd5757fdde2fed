import { expect, test } from '@jest/globals'
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
