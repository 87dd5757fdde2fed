import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const itemsOf = (markdown: string): [string, ...string[]][] =>
  extractPostmortem(markdown).items.map(({ text, owners }) => [text, ...owners])

describe('what calls itself an action', () => {
  test('beside cause and fix of each incident in a log', () => {
    const log =
      '# Log\n\n## 2026-03-02 Pool leaked\n\nCause: old seal.\nFix: drained it.\nFollow-up: order three seals (Ada)\n\n' +
      '## 2026-03-09 Sauna cold\n\nCause: fuse.\nFix: new fuse.\nFollow-up: none\n'
    expect(itemsOf(log)).toEqual([['order three seals', 'Ada']])
  })

  test.each([
    'ACTION Ada: order three seals',
    'ACTION: order three seals (Ada)',
    'AI(Ada): order three seals',
    'TODO(Ada): order three seals',
    '- ACTION Ada: order three seals',
  ])('in the notes of a meeting: %s', (line) => {
    expect(itemsOf(`# Review of the leak\n\nGrace asked why.\n\n${line}\n`)).toEqual([
      ['order three seals', 'Ada'],
    ])
  })

  test('below what went wrong', () => {
    const review =
      '# Leak\n\n## What went wrong\n\n- Nobody heard the pump\n  - Countermeasure: order three seals\n' +
      '- The list was old\n  - Corrective action: test the pump (Ada)\n  - Action: none was taken\n'
    expect(itemsOf(review)).toEqual([['order three seals'], ['test the pump', 'Ada']])
  })

  test('with an owner below, in whatever section', () => {
    const report =
      '# Review\n\n### 1. Cold pool\n\nCause: old seal\nFix: order three seals\nOwner: Ada\n\n### 2. Dark pool\n\nCause: fuse\nFix: changed it\n'
    expect(itemsOf(report)).toEqual([['order three seals', 'Ada']])
  })

  test('a lasting fix beside what was done', () => {
    const report =
      '# Leak\n\n## Root cause and resolution\n\n- Cause: old seal\n- Fix: drained it\n- Permanent fix: order three seals\n'
    expect(itemsOf(report)).toEqual([['order three seals']])
  })

  test('below a finding; the finding itself is none', () => {
    const report =
      '# Leak\n\n## Recommendations\n\n*Finding 1.* Nobody heard the pump.\n*Recommendation:* Order three seals.\n\n' +
      '*Finding 2.* The list was old.\n*Recommendation:* None.\n'
    expect(itemsOf(report)).toEqual([['Order three seals.']])
  })

  test.each(['Action: drained the pool', 'TODO: times', 'Follow-up: n/a'])(
    'not a note in the timeline: %s',
    (line) => {
      expect(itemsOf(`# Leak\n\n## Timeline\n\n${line}\n`)).toEqual([])
    },
  )
})

test('circled numbers begin items, on lines of their own or in one line', () => {
  const texts = [['order three seals'], ['test the pump']]
  expect(itemsOf('# Leak\n\n## Next steps\n\n① order three seals\n② test the pump\n')).toEqual(texts)
  expect(itemsOf('# Leak\n\n**NEXT** — ① order three seals ② test the pump\n')).toEqual(texts)
})
