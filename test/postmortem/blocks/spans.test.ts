import { expect, test } from '@jest/globals'
import type { Paragraph } from 'mdast'
import { joinLines } from '../../../src/postmortem/blocks/line.ts'
import { toLines } from '../../../src/postmortem/blocks/lines.ts'
import { nodesByPart } from '../../../src/postmortem/blocks/spans.ts'
import { collectLinks } from '../../../src/postmortem/fields/index.ts'
import { parseMarkdown } from '../../../src/postmortem/parse.ts'

test('each part of a line has the links and references that stand in it, and no others', () => {
  const markdown =
    'We will add an alert, see #12. We will [drill\nthe failover](https://tracker.example.com/7). ' +
    'We will `fix #9` in acme/shop#3  and OPS-4. We will rest.'
  const [paragraph] = parseMarkdown(markdown).children as Paragraph[]
  const line = joinLines(toLines(paragraph?.children ?? [], 1))
  const sentences = line?.text.match(/We .+?[a-z0-9)]\./g) ?? []
  const nodesOf = line && nodesByPart(line)

  const links = sentences.map((sentence) => {
    const from = line?.text.indexOf(sentence) ?? -1
    return [sentence, collectLinks(nodesOf?.(from, from + sentence.length) ?? [])]
  })
  expect(links).toEqual([
    ['We will add an alert, see #12.', ['#12']],
    ['We will drill the failover.', ['https://tracker.example.com/7']],
    ['We will fix #9 in acme/shop#3 and OPS-4.', ['acme/shop#3', 'OPS-4']],
    ['We will rest.', []],
  ])
})
