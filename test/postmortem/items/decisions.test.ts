import { expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'

test('decisions are follow-up work only where no tasks stand beside them', () => {
  const textsOf = (markdown: string): string[] => extractPostmortem(markdown).items.map(({ text }) => text)
  const decided = '# Leak\n\n## Decisions\n\n- Close the pool on Mondays\n- Order three seals\n'
  expect(textsOf(decided)).toEqual(['Close the pool on Mondays', 'Order three seals'])
  expect(textsOf(`${decided}\n## Tasks\n\n- Drain it\n`)).toEqual(['Drain it'])
})
