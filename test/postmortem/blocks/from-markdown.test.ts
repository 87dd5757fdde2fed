import { describe, expect, test } from '@jest/globals'
import { toBlocks } from '../../../src/postmortem/blocks/from-markdown.ts'
import type { Block, List } from '../../../src/postmortem/blocks/types.ts'
import { opensSection } from '../../../src/postmortem/sections/disguised.ts'
import { parseMarkdown } from '../../../src/postmortem/parse.ts'

/** A block as nested arrays of its texts, which is what the cases below are about. */
type Outline = string | Outline[]

const outline = (block: Block): Outline => {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${block.content.text}`
    case 'paragraph':
      return block.lines.map(({ text }) => text).join(' / ')
    case 'list':
      return block.items.map(({ head, children }) =>
        children.length > 0 ? [head?.text ?? '', ...children.map(outline)] : (head?.text ?? ''),
      )
    case 'table':
      return [block.header, ...block.rows].map(({ cells }) => cells.map(({ text }) => text).join(' | '))
    default:
      return '…'
  }
}
const blocks = (markdown: string): Block[] => toBlocks(parseMarkdown(markdown), markdown, opensSection)

describe('toBlocks', () => {
  test.each<[string, string, Outline[]]>([
    ['headings and lists', '## Tasks\n\n- Drain\n- Rotate', ['## Tasks', ['Drain', 'Rotate']]],
    ['a heading without a space', '##Tasks\nDrain the queue', ['## Tasks', 'Drain the queue']],
    ['a hashtag as text', '#oncall #queue', ['#oncall #queue']],
    ['typed bullets', '• Drain\n• Rotate the\nkey', [['Drain', 'Rotate the key']]],
    ['text around typed bullets', 'We will:\n→ Drain\n→ Rotate', ['We will:', ['Drain', 'Rotate']]],
    ['typed bullets below an item', '1. Queue:\n— Drain\n— Measure', [[['Queue:', ['Drain', 'Measure']]]]],
    ['a list indented into code', '## Tasks\n\n    - Drain\n    - Rotate', ['## Tasks', ['Drain', 'Rotate']]],
    ['fenced code as code', '```\n- Drain\n```', ['…']],
    ['an HTML list', '<ul><li>Drain</li><li><b>Rotate</b> the key</li></ul>', [['Drain', 'Rotate the key']]],
    ['an HTML comment as nothing', '<!-- - Drain -->', ['…']],
    ['a table', '| Action | Owner |\n|---|---|\n| Drain | Ada |', [['Action | Owner', 'Drain | Ada']]],
    ['a description below its title', '* Alerting:\n\nPage on lag.', [[['Alerting:', 'Page on lag.']]]],
    [
      'a name typed right below a list',
      '- Drain\n  - by night\n**Next steps:**\n- Rotate',
      [[['Drain', ['by night']]], 'Next steps:', ['Rotate']],
    ],
    [
      'text typed right below a table',
      '| Action | Owner |\n|---|---|\n| Drain | Ada |\nThat is all.',
      [['Action | Owner', 'Drain | Ada'], 'That is all.'],
    ],
    ['quoted lists, not quoted prose', '> we saw lag\n>\n> - Drain', ['…', ['Drain']]],
  ])('reads %s', (_, markdown, expected) => {
    expect(blocks(markdown).map(outline)).toEqual(expected)
  })

  test('reads check boxes in Markdown and in signs', () => {
    const [list] = blocks('- [x] Drain\n- [ ] Rotate\n- ✅ Measure\n- Tell support') as List[]
    expect(list?.items.map(({ checked }) => checked)).toEqual([true, false, true, null])
  })

  test('takes a tick on every typed line for a bullet', () => {
    const [list] = blocks('✅ Drain the queue\n✅ Rotate the key') as List[]
    expect(list?.items.map(({ checked }) => checked)).toEqual([null, null])
  })

  test('counts the lines of the file in indented code and HTML too', () => {
    const [, code, html] = blocks(
      'Text\n\n    - Drain\n    - Rotate\n\n<ul>\n<li>Measure</li>\n</ul>',
    ) as List[]
    expect(code?.items.map(({ line }) => line)).toEqual([3, 4])
    expect(html?.items.map(({ line }) => line)).toEqual([7])
  })
})
