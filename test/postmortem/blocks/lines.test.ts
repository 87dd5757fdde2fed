import { describe, expect, test } from '@jest/globals'
import type { Paragraph } from 'mdast'
import { joinLines, withoutCode } from '../../../src/postmortem/blocks/line.ts'
import { toLines } from '../../../src/postmortem/blocks/lines.ts'
import type { Line } from '../../../src/postmortem/blocks/types.ts'
import { parseMarkdown } from '../../../src/postmortem/parse.ts'

const linesOf = (markdown: string, addresses?: ReadonlyMap<string, string>): Line[] =>
  toLines((parseMarkdown(markdown).children[0] as Paragraph).children, 1, addresses)

describe('toLines', () => {
  test('keeps the lines of the author, with their numbers', () => {
    const lines = linesOf('Drain the queue.  \nRotate the key.\nTell <br>support.')
    expect(lines.map(({ text, line }) => [text, line])).toEqual([
      ['Drain the queue.', 1],
      ['Rotate the key.', 2],
      ['Tell', 3],
      ['support.', 3],
    ])
  })

  test.each([
    ['a bold line', '**Follow-up:**', true, 'Follow-up:'],
    ['a bold line behind an emoji', '🚀 **Next steps**', true, 'Next steps'],
    ['a bold start', '**Alerting:** page on lag', false, 'Alerting:'],
    ['plain text', 'Page on lag', false, ''],
    ['HTML bold', '<b>Next steps</b>', true, 'Next steps'],
  ])('tells %s', (_, markdown, strong, lead) => {
    expect(linesOf(markdown)[0]).toMatchObject({ strong, lead })
  })

  test('tells the words that are struck through at the start', () => {
    expect(linesOf('~~Rotate the key~~ (no longer used)')[0]).toMatchObject({ struckLead: 'Rotate the key' })
  })

  test('keeps the slot of a template as text and drops real tags', () => {
    expect(linesOf('Ask <team name> about <kbd>Esc</kbd>')[0]?.text).toBe('Ask <team name> about Esc')
  })

  test('finds the address of a reference link', () => {
    expect(
      linesOf('See [the plan][p]\n\n[p]: https://x.test/plan', new Map([['p', 'https://x.test/plan']])),
    ).toMatchObject([{ nodes: [{ type: 'text' }, { type: 'link', url: 'https://x.test/plan' }] }])
  })
})

test('joined lines read as one and keep the range', () => {
  expect(joinLines(linesOf('Drain the queue\nbefore a deploy'))).toMatchObject({
    text: 'Drain the queue before a deploy',
    line: 1,
    endLine: 2,
  })
  expect(joinLines([])).toBeNull()
})

test('what code says can be left out', () => {
  const [line] = linesOf('Stop printing `<name>` on badges')
  expect(line && withoutCode(line)).toBe('Stop printing code on badges')
})
