import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { extractPostmortem } from '../../src/postmortem/extract.ts'
import { createExtractor } from '../../src/sandbox/extractor.ts'
import { anyText } from '../any-text.ts'
import { bundle } from '../bundle.ts'
import { hostileInputs } from './hostile-inputs.ts'

/** The worker as it runs on Lambda: many are stopped here, and this one starts in a third of the time. */
const workerUrl = new URL('../../build/worker/extract.mjs', import.meta.url)
// A fraction of the real deadline: most of what it stops here would take minutes.
const extractor = createExtractor({ deadlineMs: 100, workerUrl })
beforeAll(bundle)
afterAll(() => extractor.close())
// The last input may have cost the worker: the next one should not wait for its start.
beforeEach(async () => {
  await extractor.extract('')
}, 20_000)

describe.each(hostileInputs)('$name', ({ text }) => {
  const mostMs = 5000

  test.each([10_000, 100_000, 1_000_000])(
    'end in an answer at %d characters',
    async (size) => {
      const answer = await extractor.extract(text(size))
      const isAnswer = 'unreadable' in answer ? answer.message.endsWith('.') : Array.isArray(answer.items)
      expect(isAnswer).toBe(true)
    },
    mostMs,
  )
})

test('A long report without a Latin letter is read, not refused as too complex', async () => {
  const patient = createExtractor({ deadlineMs: 10_000 })
  const story = '队列停止，随后恢复。\n'.repeat(32_000)
  const answer = await patient.extract(
    `# 队列故障\n\n## 经过\n\n${story}\n## 改进措施\n\n- [ ] 为磁盘增加告警\n`,
  )
  await patient.close()
  expect(answer).toMatchObject({ items: [{ text: '为磁盘增加告警' }] })
}, 30_000)

const fixtures = new URL('../../fixtures/postmortems/', import.meta.url)
const documents = readdirSync(fixtures)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(new URL(name, fixtures), 'utf8'))

const fragment = fc.oneof(
  fc.constantFrom(
    ...['# ', '## Action items\n', '**Next steps**\n', '- ', '- [ ] ', '- [x] ', '1. ', '> ', '    ', '\t'],
    ...[
      '| Action | Owner | Due |\n|---|---|---|\n',
      '| a | b |\n',
      '|',
      '***',
      '__',
      '~~',
      '`',
      '```\n',
      '---\n',
    ],
    ...[
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '===\n',
      '<!--',
      '-->',
      '<li>',
      '</ul>',
      '<table><tr><td>',
      '[a](b)',
      '[',
      '](',
      '&amp;',
    ],
    ...[
      'Add an alert ',
      'Owner: @ada ',
      '(due: 2026-02-30) ',
      'by Friday ',
      'Q3 2026 ',
      'P1 ',
      '#12 ',
      '✅ ',
      '- 負責人：',
      'TODO ',
    ],
  ),
  anyText(12),
)
const randomMarkdown = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''))

const mutatedDocument = fc
  .record({
    document: fc.constantFrom(...documents),
    cuts: fc.array(fc.record({ at: fc.nat(), removed: fc.nat(40), added: fragment }), { maxLength: 12 }),
  })
  .map(({ document, cuts }) =>
    cuts.reduce((text, { at, removed, added }) => {
      const start = at % (text.length + 1)
      return text.slice(0, start) + added + text.slice(start + removed)
    }, document),
  )

describe.each([
  ['random Markdown', randomMarkdown],
  ['a postmortem with random damage', mutatedDocument],
])('%s', (_, anyMarkdown) => {
  test('gives items with words that lie within the file, the same ones every time', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const { items, rejected } = extractPostmortem(markdown)
        const lineCount = markdown.split(/\r\n|\r|\n/).length
        for (const { line, endLine } of [...items, ...rejected]) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(endLine).toBeGreaterThanOrEqual(line)
          expect(endLine).toBeLessThanOrEqual(lineCount)
        }
        for (const { text, title } of items) {
          expect(text.trim()).not.toBe('')
          expect(title.trim()).not.toBe('')
          expect(title.length).toBeLessThanOrEqual(120)
        }
        expect(extractPostmortem(markdown).items).toEqual(items)
      }),
      { numRuns: 200 },
    )
  })
})
