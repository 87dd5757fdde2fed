import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanText, singleLine, truncate } from '../../src/render/clean.ts'
import { inline, issueTitle, link, tableCell } from '../../src/render/text.ts'
import { attacks } from './attacks.ts'
import { blockKinds, dangers, tableWidths, visibleText } from './reading.ts'

describe('inline text', () => {
  test.each(Object.entries(attacks))('shows %s and does nothing', (_, text) => {
    expect(dangers(inline(text))).toEqual([])
    expect(blockKinds(inline(text))).toEqual(visibleText(inline(text)) === '' ? [] : ['paragraph'])
  })

  test.each([
    'Alert when replica_lag > 30 s & page *someone*',
    'Ask @acme/everyone whether fixes #1 holds',
    String.raw`Escape C:\temp and a\|b`,
    'Use `kubectl drain` | `kubectl cordon`',
    '1. is not a list, nor is # a heading!',
    'Pay $5 or $HOME',
    '</details> closes nothing &amp; &copy; stays',
    '日本語の項目 — naïve – “quotes” 👩‍🚒',
  ])('looks the same to a reader: %s', (text) => {
    expect(visibleText(inline(text))).toBe(text)
  })

  test('looks the same to a reader, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('ab1 .-+=#@!|<>&;/\\`*_~[](){}$:"\'\n\t\u{202e}é😀')),
          maxLength: 60,
        }),
        (text) => {
          expect(visibleText(inline(text))).toBe(singleLine(text))
          expect(dangers(inline(text))).toEqual([])
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('links addresses, without the punctuation after them', () => {
    expect(inline('See (https://example.org/a_b?c=d|e), then http://x.test.')).toBe(
      'See (<https://example.org/a_b?c=d%7Ce>), then <http://x.test>.',
    )
  })

  test('keeps an address from opening a formula or mentioning anybody', () => {
    expect(inline('https://example.org/@mallory/$x$y')).toBe('<https://example.org/%40mallory/%24x%24y>')
  })

  test('does not turn a link after it into an image', () => {
    expect(dangers(`${inline('Watch out!')}[here](https://example.org)`)).toEqual([])
  })
})

describe('link text', () => {
  test.each(Object.entries(attacks))('stays one link with %s', (_, text) => {
    const markdown = link(text, 'https://example.org/a')
    expect(dangers(markdown)).toEqual([])
    expect(visibleText(`${markdown}.`)).toBe(`${truncate(singleLine(text), 4_000)}.`)
  })

  test('leaves addresses in it unlinked, for a link holds no other', () => {
    expect(visibleText(link('About https://example.org/b', 'https://example.org/a'))).toBe(
      'About https://example.org/b',
    )
  })
})

describe('table cells', () => {
  test.each(Object.entries(attacks))('keep the columns with %s', (_, text) => {
    const table = `| a | b |\n|---|---|\n| ${tableCell(text)} | ${tableCell(text)} |\n| c | d |`
    expect(tableWidths(table)).toEqual([[2, 2, 2]])
    expect(dangers(table)).toEqual([])
  })

  test('are shortened at a word, and hold a dash instead of nothing', () => {
    expect(tableCell('one two three', 10)).toBe('one two…')
    expect(tableCell(' \n ')).toBe('–')
  })
})

describe('issue titles', () => {
  test.each(Object.entries(attacks))('are one safe line of at most 256 characters: %s', (_, text) => {
    const title = issueTitle(text)
    expect(title).toMatch(/^\S/)
    expect(title.length).toBeLessThanOrEqual(256)
    expect(title).not.toMatch(/[\p{Cc}\p{Cs}\u{202a}-\u{202e}]|@\w|#\d|<!--/u)
  })

  test('are not escaped: GitHub shows titles as plain text', () => {
    expect(issueTitle('Raise max_connections to 200 & alert *early*')).toBe(
      'Raise max_connections to 200 & alert *early*',
    )
  })

  test('have words where the item has none', () => {
    expect(issueTitle('\u{200b}')).toBe('Untitled action item')
  })
})

describe('cutting text', () => {
  test.each([
    ['fits', 10, 'fits'],
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one twothree', 10, 'one twoth…'],
    ['abc😀def', 5, 'abc…'],
    ['abc', 1, '…'],
  ])('%j in %i characters is %j', (text, max, expected) => {
    expect(truncate(text, max)).toBe(expected)
  })

  test('never exceeds the limit nor halves a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cut = truncate(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut.isWellFormed()).toBe(true)
      }),
    )
  })
})

test('cleaning keeps lines, tabs, emoji sequences and right-to-left marks', () => {
  expect(cleanText('a\tb\r\nc\rd 👩‍🚒 \u{200f}שלום\u{200e}')).toBe('a\tb\nc\nd 👩‍🚒 \u{200f}שלום\u{200e}')
})
