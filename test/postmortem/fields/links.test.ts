import { describe, expect, test } from '@jest/globals'
import type { Paragraph } from 'mdast'
import { collectLinks } from '../../../src/postmortem/fields/index.ts'
import { parseMarkdown } from '../../../src/postmortem/parse.ts'

const linksOf = (markdown: string): string[] =>
  collectLinks((parseMarkdown(markdown).children[0] as Paragraph).children)

describe('collectLinks', () => {
  test.each([
    ['Pin the base image (#12)', ['#12']],
    ['Follow acme/api#34 and PR#7', ['acme/api#34', '#7']],
    ['GH-12 tracks it', ['GH-12']],
    ['OPS-41, then OPS-42.', ['OPS-41', 'OPS-42']],
    ['OPS-41/42/43', ['OPS-41', 'OPS-42', 'OPS-43']],
    ['See https://example.com/docs.', ['https://example.com/docs']],
    ['#12 and again #12', ['#12']],
  ])('finds the references of %p', (text, links) => {
    expect(collectLinks(text)).toEqual(links)
  })

  test.each([
    'Store names as UTF-8 and hash them with SHA-256',
    'Upgrade past CVE-2026-1234',
    'Fail over to US-EAST-1',
    'Carry over AI #3 of PM-2027-011 and Q-004',
    'Paint it #fff, port the C#7 client',
    'Decode &#39; in titles',
    'Use TLS-1.2',
  ])('finds none in %p', (text) => {
    expect(collectLinks(text)).toEqual([])
  })

  test('takes the address of a link, not the words of the link', () => {
    expect(linksOf('Pin the image ([#12](https://github.com/acme/api/issues/12))')).toEqual([
      'https://github.com/acme/api/issues/12',
    ])
  })

  test('reads no reference in code, no address within the repository', () => {
    expect(linksOf('Run `fix #12` as in [the runbook](../runbook.md), see #13')).toEqual(['#13'])
  })
})
