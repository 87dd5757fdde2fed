import { describe, expect, test } from '@jest/globals'
import type { RootContent } from 'mdast'
import { parseMarkdown } from '../../src/postmortem/parse.ts'

const first = (markdown: string): RootContent | undefined => parseMarkdown(markdown).children[0]

describe('parseMarkdown', () => {
  test.each([
    ['a heading', '# Checkout outage', 'heading'],
    ['a table', '| Action | Owner |\n|---|---|\n| Add an alert | Ada |', 'table'],
    ['YAML front matter', '---\nseverity: SEV-2\n---\n\n# Outage', 'yaml'],
    ['TOML front matter', '+++\nseverity = "SEV-2"\n+++\n\n# Outage', 'toml'],
    ['front matter behind a byte order mark', '\uFEFF---\nseverity: SEV-2\n---\n', 'yaml'],
  ])('reads %s', (_, markdown, type) => {
    expect(first(markdown)?.type).toBe(type)
  })

  test('tells checked boxes from unchecked ones and from plain items', () => {
    expect(first('- [x] Rotate the key\n- [ ] Alert on expiry\n- Tell support')).toMatchObject({
      children: [{ checked: true }, { checked: false }, { checked: null }],
    })
  })

  test('marks struck text', () => {
    expect(first('~~Rotate the key~~')).toMatchObject({ children: [{ type: 'delete' }] })
  })

  test('leaves a bare address as text', () => {
    expect(first('See https://status.example.com/7')).toMatchObject({
      children: [{ type: 'text', value: 'See https://status.example.com/7' }],
    })
  })

  test('places every block on its lines, with any line ending', () => {
    const lines = parseMarkdown('# Outage\r\n\r\n- Add an alert\r\n  with a runbook\r\n').children.map(
      ({ position }) => [position?.start.line, position?.end.line],
    )
    expect(lines).toEqual([
      [1, 1],
      [3, 4],
    ])
  })
})
