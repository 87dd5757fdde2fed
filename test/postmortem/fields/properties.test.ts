import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  collectLinks,
  fieldOfHeader,
  fieldOfLabel,
  isDeadline,
  isDoneStatus,
  parseDue,
  parseOwners,
  parsePriority,
  takeFieldNotes,
} from '../../../src/postmortem/fields/index.ts'

const reference = '2026-05-06'

/** Pieces that notes are made of, in any order, between arbitrary text. */
const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '（',
    '）',
    ': ',
    '：',
    ', ',
    ' — ',
    ' | ',
    '. ',
    '; ',
    '@mira',
    ' ',
    'Owner',
    'due',
    'Status',
    'P1',
  ],
  ...[
    '✅',
    'done',
    'TBD',
    'by ',
    'within ',
    '2026-06-30',
    'May 30',
    'Q3',
    '5月',
    '内',
    'Mira Olsen',
    '#12',
    'OPS-7',
    'https://x.io',
  ],
)
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 24 }).map((parts) => parts.join('')),
)

const isSubsequence = (part: string, whole: string): boolean => {
  let next = 0
  for (const unit of whole) if (part.startsWith(unit, next)) next += unit.length
  return next === part.length
}

const readAll = (value: string): unknown => [
  takeFieldNotes(value, reference),
  parseOwners(value),
  parseDue(value, reference),
  parsePriority(value),
  isDoneStatus(value),
  isDeadline(value),
  fieldOfLabel(value),
  fieldOfHeader(value),
  collectLinks(value),
]

describe('any text', () => {
  test('is read without an error, and the same way each time', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(readAll(value)).toEqual(readAll(value))
      }),
    )
  })

  test('loses only notes: what is left is a subsequence of it', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(isSubsequence(takeFieldNotes(value, reference).text, value)).toBe(true)
      }),
    )
  })

  test('has a due date that is a day of the calendar, or none', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { due } = parseDue(value, reference)
        expect(due === null || new Date(due).toISOString().startsWith(due)).toBe(true)
      }),
    )
  })

  test('names each owner by words that stand in it', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const owner of parseOwners(value)) expect(value).toContain(owner)
      }),
    )
  })
})

describe('text that is made to take long', () => {
  const repeated = [
    '(',
    ')',
    '[',
    '.',
    ',',
    ' ',
    '-',
    '/',
    '@',
    '@a ',
    '#',
    'a-',
    'by ',
    'in ',
    '前',
    '5月',
    '(Q3)',
    'Owner: ',
    '; ',
    '✅',
  ]

  // Quadratic time on such a text would exceed the time limit of a test many times over.
  test.each(repeated)('is read to its end: %p, again and again', (piece) => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length)) + 'x'
    expect(readAll(long)).toHaveLength(9)
  })
})
