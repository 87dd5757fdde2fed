import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

const textsOf = (markdown: string): string[] => extractPostmortem(markdown).items.map(({ text }) => text)

const report = '# Outage\n\n## Timeline\n\n- 09:00 It broke.\n\n## Impact\n\nNobody could pay.\n\n'

describe('a section whose name no lexicon knows', () => {
  test('holds follow-up work where its actions are assigned', () => {
    const list = '- Rotate the keys (@ada)\n- Fence the pool (@grace, by 2026-04-01)\n'
    expect(textsOf(`${report}## On our whiteboard\n\n${list}\n## Next steps\n\n- Tell support\n`)).toEqual([
      'Rotate the keys',
      'Fence the pool',
      'Tell support',
    ])
  })

  test('holds it where its actions have tickets, unless it lists what was changed', () => {
    const list = '- OPS-12 Rotate the keys\n- OPS-13 Fence the pool\n'
    const next = '\n## Next steps\n\n- Tell support\n'
    expect(textsOf(`${report}## On our board\n\n${list}${next}`)).toEqual([
      'Rotate the keys',
      'Fence the pool',
      'Tell support',
    ])
    expect(textsOf(`${report}## Merged pull requests\n\n${list}${next}`)).toEqual(['Tell support'])
  })

  test('holds it where it is the last list of actions of a report that has no other', () => {
    const steps = '## Setup\n\n- Start two shops\n- Stop one\n\n'
    expect(textsOf(`${report}${steps}## On our whiteboard\n\n- Rotate the keys\n- Fence the pool\n`)).toEqual(
      ['Rotate the keys', 'Fence the pool'],
    )
  })

  test.each([
    [
      'a list beside a known follow-up section',
      `${report}## Setup\n\n- Start it\n- Stop it\n\n## Next steps\n\nNone.\n`,
    ],
    ['advice to the readers', `${report}## Protect your shop\n\n- Start two shops\n- Stop one\n`],
    ['numbered steps', `${report}## To see it\n\n1. Start two shops\n2. Stop one\n`],
    ['a document that reports nothing', '# Guide\n\n## Setup\n\n- Start two shops\n- Stop one\n'],
    ['what is no action', `${report}## Numbers\n\n- 3,100 orders\n- 47 minutes\n`],
  ])('holds none in %s', (_, markdown) => {
    expect(textsOf(markdown)).toEqual([])
  })
})
