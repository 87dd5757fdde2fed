import { describe, expect, test } from '@jest/globals'
import { toBlocks } from '../../../src/postmortem/blocks/from-markdown.ts'
import { parseMarkdown } from '../../../src/postmortem/parse.ts'
import { opensSection } from '../../../src/postmortem/sections/disguised.ts'
import { toSections } from '../../../src/postmortem/sections/outline.ts'
import type { Section } from '../../../src/postmortem/sections/types.ts'

const sections = (markdown: string): Section =>
  toSections(toBlocks(parseMarkdown(markdown), markdown, opensSection))

/** The names of sections, indented by depth. */
const names = ({ sections: parts }: Section, depth = 0): string[] =>
  parts.flatMap((part) => ['  '.repeat(depth) + (part.title?.text ?? ''), ...names(part, depth + 1)])

describe('toSections', () => {
  test.each<[string, string, string[]]>([
    [
      'headings by depth',
      '# Outage\n## Impact\n## Tasks\n### Backend',
      ['Outage', '  Impact', '  Tasks', '    Backend'],
    ],
    ['setext headings', 'Tasks\n-----\n\nDrain', ['Tasks']],
    ['bold lines', '**Impact:**\n\nNone\n\n**Action items:**\n\n- Drain', ['Impact:', 'Action items:']],
    [
      'an unknown bold line as part of the open section',
      '**Tasks**\n\n**Backend**\n\n- Drain',
      ['Tasks', '  Backend'],
    ],
    [
      'known names on plain lines',
      'Summary\nAll was slow.\nNext steps\nDrain it.',
      ['Summary', 'Next steps'],
    ],
    [
      'labels below a known name',
      'Next steps\nBackend:\nDrain it.\nTimeline\nNoon',
      ['Next steps', '  Backend:', 'Timeline'],
    ],
    ['a known label with text behind it', 'Prevention: We will drain it.', ['Prevention']],
    [
      'list items that are names',
      '- **Improvements:**\n  - Docs\n- **Tasks:**\n  - Drain',
      ['Improvements', 'Tasks'],
    ],
    [
      'pasted headings among bullets',
      '• It was slow.\n• Very slow.\no Prevention\n• Drain the queue.',
      ['Prevention'],
    ],
    [
      'numbered parts that Markdown takes for lists of one item',
      '1. Summary\n\nAll wet.\n\n2. Prevention\n\na) Seal it\nb) Test it',
      ['Summary', 'Prevention'],
    ],
    [
      'parts with Chinese numbers',
      '一、背景\n屋顶漏水。\n二、后续计划\n每周检查',
      ['一、背景', '二、后续计划'],
    ],
    ['a table of contents as a list', '- Summary\n- Timeline\n- Action items', []],
    ['fields as text', 'Owner: Ada\nStatus: open', []],
  ])('reads %s', (_, markdown, expected) => {
    expect(names(sections(markdown))).toEqual(expected)
  })

  test('text behind a label belongs to the section that the label opens', () => {
    const [prevention] = sections('Prevention: We will drain it.').sections
    expect(prevention?.blocks).toMatchObject([{ lines: [{ text: 'We will drain it.' }] }])
  })
})
