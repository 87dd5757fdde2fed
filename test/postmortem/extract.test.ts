import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { extractPostmortem } from '../../src/postmortem/extract.ts'

const report = `# Outage of the kiosk

**Date:** 2026-05-02

## Corrective and preventive measures

- **Improvements:**
  - Better signs
- **Tasks:**
  1. Drain the queue (owner: @ada, due 2026-05-22)
     - at night
  2. ~~Rotate the key~~

| Action | Owner | Due |
|---|---|---|
| Alert on lag | Bo | within two weeks |

Action item: Tell support.
`

/** Pieces that a hostile or careless author may put together in any order. */
const piece = fc.oneof(
  fc.constantFrom(...report.split('\n')),
  fc.constantFrom(
    '## Action items',
    '**Tasks:**',
    '- [ ] ',
    '| a | b |',
    '|---|',
    '•',
    '<ul><li>',
    '```',
    '> - ',
    '    - x',
    '~~',
    ':',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)
const document = fc.array(piece, { maxLength: 40 }).map((lines) => lines.join('\n'))

describe('extractPostmortem', () => {
  test('reads one report whole', () => {
    expect(extractPostmortem(report)).toMatchObject({
      title: 'Outage of the kiosk',
      incidentDate: '2026-05-02',
      items: [
        { text: 'Better signs', kind: 'improvement', section: 'Improvements' },
        {
          text: 'Drain the queue',
          kind: 'task',
          owners: ['@ada'],
          due: '2026-05-22',
          details: '- at night',
          line: 10,
          endLine: 11,
        },
        { text: 'Rotate the key', done: true },
        { text: 'Alert on lag', owners: ['Bo'], dueText: 'within two weeks' },
        { text: 'Tell support.', reason: 'a labelled action' },
      ],
    })
  })

  test('counts relative dates from the day it is given', () => {
    const [item] = extractPostmortem('## Tasks\n\n- Drain it by tomorrow', {
      referenceDate: '2026-05-03',
    }).items
    expect(item?.due).toBe('2026-05-04')
  })

  test('never throws, and every item lies within the file', () => {
    fc.assert(
      fc.property(document, (markdown) => {
        const lines = markdown.split(/\r\n|\r|\n/).length
        for (const { line, endLine, text, title } of extractPostmortem(markdown).items) {
          expect(line).toBeGreaterThan(0)
          expect(endLine).toBeGreaterThanOrEqual(line)
          expect(endLine).toBeLessThanOrEqual(lines)
          expect(text).not.toBe('')
          expect(title.length).toBeLessThanOrEqual(120)
        }
      }),
    )
  })

  test('the same text gives the same result', () => {
    fc.assert(
      fc.property(document, (markdown) => {
        expect(extractPostmortem(markdown)).toEqual(extractPostmortem(markdown))
      }),
      { numRuns: 30 },
    )
  })
})
