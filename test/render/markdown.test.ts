import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { untrustedMarkdown } from '../../src/render/markdown.ts'
import { attacks } from './attacks.ts'
import { blockKinds, dangers, visibleText } from './reading.ts'

const baseUrl = 'https://github.com/acme/shop/blob/abc/docs/postmortems/outage.md'

describe('what stays', () => {
  test.each([
    ['nested lists', '- one\n  - two\n- three'],
    ['numbers', '1. one\n2. two'],
    ['emphasis', 'some *light*, **strong** and ~~struck~~ words'],
    ['code', 'call `GET /@me?fixes=#1`\n\n```sh\necho "@acme/everyone" | grep -c "#1"\n```'],
    ['quotes', '> said so'],
    ['links', '[the plan](https://example.org/plan) and <https://example.org/@a>'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |'],
  ])('%s', (_, markdown) => {
    expect(untrustedMarkdown(markdown)).toBe(
      markdown.replace(
        '<https://example.org/@a>',
        '[https://example.org/@\u{200b}a](https://example.org/@a)',
      ),
    )
  })
})

describe('what is rewritten', () => {
  test.each([
    ['a heading is a bold line', '## Plan\n\ntext', '**Plan**\n\ntext'],
    ['check boxes are signs', '- [x] one\n- [ ] two', '- ☑ one\n- ☐ two'],
    ['an image is a link', '![graph](https://example.org/g.png)', '[graph](https://example.org/g.png)'],
    [
      'an image without words is a link',
      '![](https://example.org/g.png)',
      '[link](https://example.org/g.png)',
    ],
    [
      'an image in a link is the text of the link',
      '[![graph](g.png)](https://example.org)',
      '[graph](https://example.org/)',
    ],
    [
      'relative links start from the file',
      '[log](../logs/a.txt)',
      '[log](https://github.com/acme/shop/blob/abc/docs/logs/a.txt)',
    ],
    ['other protocols are text', '[click](javascript:alert(1))', 'click'],
    ['HTML is its text', '<ul><li>one &amp; two</li></ul>', 'one & two'],
    ['HTML in a line is its text', 'press <kbd>Enter</kbd> now', 'press Enter now'],
    ['comments go', 'one <!-- two --> three\n\n<!-- four -->', 'one  three'],
    ['rules go', 'one\n\n---\n\ntwo', 'one\n\ntwo'],
    ['diagrams are code', '```mermaid\ngraph TD\n```', '```\ngraph TD\n```'],
    ['open fences are closed', '```sh\nls', '```sh\nls\n```'],
    ['link references are text', '[plan][p]\n\n[p]: https://example.org', 'plan'],
    ['comments in code are broken', '`<!-- x -->`', '`<!\u{200b}-- x -->`'],
  ])('%s', (_, markdown, expected) => {
    expect(untrustedMarkdown(markdown, { baseUrl })).toBe(expected)
  })
})

describe('attacks', () => {
  test.each(Object.entries(attacks))('%s does nothing', (_, text) => {
    for (const markdown of [
      text,
      `- ${text}`,
      `**${text}**`,
      `> ${text}`,
      `[${text}](https://example.org)`,
      `| ${text} |\n|-|\n| ${text} |`,
    ]) {
      expect(dangers(untrustedMarkdown(markdown, { baseUrl }))).toEqual([])
    }
  })

  test('a mention that begins where emphasis or HTML ends is none', () => {
    expect(dangers(untrustedMarkdown('a**@mallory**b *x*@mallory <b></b>@mallory'))).toEqual([])
  })

  test('random markup is safe and short enough', () => {
    const piece = fc.constantFrom(
      ...[
        '@bob',
        '#1',
        'GH-2',
        'fixes ',
        'https://a.example/x',
        'www.a.example',
        'a@b.example',
        '<b>',
        '</b>',
        '</details>',
        '<!--',
        '-->',
      ],
      ...[
        '`',
        '```',
        '~~',
        '**',
        '_',
        '[',
        '](',
        ')',
        '![',
        '|',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '# ',
        '    ',
        '[ ] ',
        '|-|-|\n',
      ],
      ...['\\', '&commat;', '$', '<a href="x">', '[^1]', ']: ', 'word', ' ', '\u{202e}', '😀', '=', '---'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const result = untrustedMarkdown(pieces.join(''), { baseUrl, maxLength: 500 })
        expect(dangers(result)).toEqual([])
        expect(result.length).toBeLessThanOrEqual(500)
      }),
      { numRuns: 500 },
    )
  })
})

describe('limits', () => {
  test('long text ends between lines, with an ellipsis', () => {
    const result = untrustedMarkdown('- a line of the details\n'.repeat(1_000))
    expect(result).toMatch(/^- a line of the details\n[^]*\n- a line of the details\n\n…$/)
  })

  test('an open fence that is cut still ends', () => {
    const result = untrustedMarkdown(`\`\`\`sh\n${'ls\n'.repeat(10_000)}`)
    expect(blockKinds(result)).toEqual(['code'])
  })

  test('text that grows when it is escaped keeps to the length asked for', () => {
    expect(untrustedMarkdown('$'.repeat(100_000), { maxLength: 3_000 }).length).toBeLessThanOrEqual(3_000)
  })

  test('text nested too deep for the parser is shown as lines', () => {
    expect(untrustedMarkdown(`${'> '.repeat(300)}deep\nplain`)).toMatch(/deep\\\nplain$/)
    expect(visibleText(untrustedMarkdown(`${'<div>'.repeat(1_500)}deep`))).toContain('deep')
  })
})
