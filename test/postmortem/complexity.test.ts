import { describe, expect, test } from '@jest/globals'
import { findComplexity } from '../../src/postmortem/complexity.ts'

const messageFor = (markdown: string): string | undefined => findComplexity(markdown)?.message

describe('findComplexity refuses', () => {
  test.each([
    ['bullets', '- '],
    ['numbers', '1. '],
    ['numbers with parentheses', '1) '],
    ['quotes', '>'],
    ['bullets in quotes', '> - '],
    ['bullets of two kinds', '* + '],
  ])('%s nested a thousand deep on one line', (_, mark) => {
    expect(messageFor(`# Outage\n\n${mark.repeat(1000)}a\n`)).toBe(
      'Too complex to read: line 3 nests lists and quotes more than 100 levels deep.',
    )
  })

  test.each([
    ['spaces', '  '],
    ['tabs', '\t'],
  ])('a list that %s indent one level more on every line', (_, indent) => {
    const list = Array.from({ length: 200 }, (_line, level) => `${indent.repeat(level)}- a`).join('\n')
    expect(messageFor(list)).toBe(
      'Too complex to read: line 101 nests lists and quotes more than 100 levels deep.',
    )
  })

  test('deep quotes that go on for very long without marks', () => {
    expect(messageFor(`${'>'.repeat(60)} a\n${'a\n'.repeat(1000)}`)).toBe(
      'Too complex to read: line 201 continues lists and quotes that are nested too deeply for too long.',
    )
  })

  test.each([
    ['*a_ ', 'more than 2000 emphasis marks'],
    ['a**b', 'more than 2000 emphasis marks'],
    ['~a', 'more than 2000 emphasis marks'],
    ['[a][', 'more than 4000 brackets'],
    [']', 'more than 4000 brackets'],
    ['a <!--', 'more than 500 HTML comments and declarations'],
    ['a <?', 'more than 500 HTML comments and declarations'],
  ])('a paragraph of "%s" over and over', (part, what) => {
    expect(messageFor(`# Outage\n\n${part.repeat(5000)}`)).toBe(
      `Too complex to read: line 3 is in a paragraph with ${what}.`,
    )
  })

  test('the line that goes too far, not the paragraph', () => {
    expect(messageFor(`Outage\n${'*a* *b* *c* *d*\n'.repeat(1000)}`)).toContain('line 252 ')
  })

  test.each([
    ['a\n=\n', 'line 10002 comes after more than 5000 underlined headings'],
    ['a\n---\n', 'line 10002 comes after more than 5000 underlined headings'],
    ['> a\n\n', 'line 20001 comes after more than 10000 block quotes'],
  ])('too many of %j', (block, problem) => {
    expect(messageFor(block.repeat(15_000))).toBe(`Too complex to read: ${problem}.`)
  })
})

test('findComplexity refuses more lines than any document has', () => {
  expect(messageFor('- a\n'.repeat(250_000))).toBe(
    'Too complex to read: line 200001 is beyond the 200000 lines that are read.',
  )
})

describe('findComplexity lets through a megabyte of', () => {
  const megabyteOf = (part: string): string => part.repeat(Math.ceil(1_000_000 / part.length))

  test.each([
    ['prose', 'The *pool* ran dry, [as the graph shows](https://graphs.example.com/1), at **10:04**.\n\n'],
    ['plain text without a break', 'The pool ran dry and checkout failed. '],
    [
      'nested lists',
      '- [ ] **Add an alert** for [the pool](https://example.com)\n  - Owner: *Ada*\n    1. Draft\n',
    ],
    ['table rows', '| **Add an alert** | [@ada](https://example.com) | _open_ | `P1` |\n'],
    ['table rows without outer bars', '**Add an alert** | [@ada](https://example.com) | _open_\n'],
    ['headings and rules', '## Impact\n\nNobody could pay.\n\n---\n\n'],
    ['underlined headings with a section each', `Impact\n------\n\n${'Nobody could pay. '.repeat(20)}\n\n`],
    ['quotes with a section each', `> It was always DNS.\n\n${'Nobody could pay. '.repeat(20)}\n\n`],
    ['snake case', 'max_pool_size was raised from default_pool_size in db_settings\n'],
    ['log lines in a fence', '```\n[2026-03-01] [error] <!-- *** pool_a ** [x](y) _z_ -->\n```\n'],
    ['one long fence', '[2026-03-01] [error] <!-- *** pool_a ** [x](y) _z_ -->\n', '```\n'],
    ['dashed rules', '- - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n'],
    ['Japanese', '- データベースの監視を**追加**する（担当：[山田](https://example.com)）\n'],
  ])('%s', (_, part, before = '') => {
    expect(findComplexity(before + megabyteOf(part))).toBeNull()
  })

  test('one rule of a thousand dashes', () => {
    expect(findComplexity('- '.repeat(1000))).toBeNull()
  })
})
