import { describe, expect, test } from '@jest/globals'
import type { IssueContentInput } from '../../src/render/issue-content.ts'
import { renderIssueContent } from '../../src/render/issue-content.ts'
import { golden } from '../golden.ts'
import { attacks } from './attacks.ts'
import { anIssue, anItem } from './examples.ts'
import { blockKinds, dangers } from './reading.ts'

const stories: Record<string, IssueContentInput> = {
  'issue-full': anIssue({
    item: anItem({
      text: 'Alert when the replica lags: page the on-call engineer when it is more than 30 seconds behind for five minutes.',
      owners: ['@alice', 'Dana Ito'],
      due: '2026-04-01',
      dueText: 'end of March',
      priority: 'P1',
      links: ['#12', 'acme/infra#9', 'OPS-7', 'https://docs.example.org/alerts'],
      details:
        '- Use the `replica_lag` metric\n- [ ] Test it in staging, see [the plan](../plans/alerts.md)\n\n```sh\nalertctl check\n```',
      endLine: 38,
    }),
    due: '2026-04-01',
    source: { commit: '4f2a9c1', line: 31, endLine: 38 },
    assigned: ['alice'],
    unassignable: ['Dana Ito'],
  }),
  'issue-bare': anIssue({
    postmortem: { title: null, incidentDate: null, severity: null, path: 'postmortems/a(1).md' },
    pullRequest: null,
  }),
  'issue-hostile': anIssue({
    item: anItem({
      text: '@acme/everyone fixes #1 <!-- hidden --> </details> `a | b` $x$',
      owners: ['@acme/everyone'],
      dueText: '| soon |',
      priority: '<b>P1</b>',
      links: ['javascript:alert(1)', '#3 @mallory'],
      details: '# Shout @mallory\n\n- closes #2\n\n</details><!-- \n\n```\nnever closed',
    }),
    postmortem: { title: '[x](y) @mallory', incidentDate: null, severity: '# SEV', path: 'p.md' },
    unassignable: ['@acme/everyone'],
  }),
}

test.each(Object.entries(stories))('%s', (name, input) => {
  expect(dangers(renderIssueContent(input))).toEqual([])
  expect(renderIssueContent(input)).toBe(golden(`render/golden/${name}.md`, renderIssueContent(input)))
})

describe('due dates', () => {
  test.each([
    ['as the document gives it', { due: '2026-04-01', dueText: '2026-04-01' }, '2026-04-01', '2026-04-01'],
    [
      'with the words of the document',
      { due: '2026-04-01', dueText: 'April 1' },
      '2026-04-01',
      '2026-04-01 (“April 1”)',
    ],
    ['in words that are no date', { due: null, dueText: 'next sprint' }, null, 'next sprint'],
    [
      'given by the configuration',
      { due: null, dueText: null },
      '2026-05-01',
      '2026-05-01 (by the time that this repository allows)',
    ],
  ])('%s', (_, stated, due, expected) => {
    expect(renderIssueContent(anIssue({ item: anItem(stated), due }))).toContain(`**Due:** ${expected}`)
  })
})

test('the link marks the item’s lines in the file as it was read, whatever its name', () => {
  const input = anIssue({
    postmortem: { title: 'T', incidentDate: null, severity: null, path: 'post mortems/#1 50% (日).md' },
    source: { commit: 'abc', line: 3, endLine: 5 },
  })
  expect(renderIssueContent(input)).toContain(
    '[lines 3–5](https://github.com/acme/shop/blob/abc/post%20mortems/%231%2050%25%20%28%E6%97%A5%29.md?plain=1#L3-L5)',
  )
})

describe('limits', () => {
  test.each(['x'.repeat(1_000_000), '$'.repeat(1_000_000), '- a\n'.repeat(250_000), '😀 '.repeat(100_000)])(
    'are kept by a million characters in every field (case %#)',
    (text) => {
      const item = anItem({
        text,
        owners: [text],
        dueText: text,
        priority: text,
        links: [text, text],
        details: text,
      })
      const many = Array.from({ length: 100 }, () => text)
      const postmortem = { title: text, incidentDate: null, severity: text, path: 'p'.repeat(4_000) }
      expect(
        renderIssueContent(anIssue({ item, postmortem, assigned: many, unassignable: many })).length,
      ).toBeLessThanOrEqual(60_000)
    },
  )

  test('a text of 3,000 characters is whole', () => {
    const text = `${'word '.repeat(600)}end`
    expect(renderIssueContent(anIssue({ item: anItem({ text }) }))).toContain(text)
  })
})

test.each(Object.entries(attacks))(
  '%s in the text and the details keeps origin and fields in place',
  (_, text) => {
    const content = renderIssueContent(anIssue({ item: anItem({ text: `Do ${text}`, details: text }) }))
    expect(dangers(content)).toEqual([])
    expect(blockKinds(content).slice(0, 2)).toEqual(['blockquote', 'paragraph'])
    expect(content).toMatch(/\n\n\*\*Owner:\*\* nobody yet$/)
    expect(blockKinds(content).at(-1)).toBe('paragraph')
  },
)
