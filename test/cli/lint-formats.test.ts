import { expect, test } from '@jest/globals'
import type { LintFinding } from '../../src/cli/lint-file.ts'
import { formatters } from '../../src/cli/lint-formats.ts'

const finding: LintFinding = {
  id: 'vague',
  severity: 'notice',
  required: false,
  message: 'Say more.',
  line: 3,
  column: 5,
  endLine: 3,
}

const annotation = (file: string, changes: Partial<LintFinding>): string =>
  formatters.github([{ file, error: null, findings: [{ ...finding, ...changes }] }], (_, text) => text)

test.each([
  ['a finding', 'a.md', {}, '::notice file=a.md,line=3,endLine=3,col=5,title=vague::Say more.\n'],
  [
    'a required finding',
    'a.md',
    { required: true },
    '::error file=a.md,line=3,endLine=3,col=5,title=vague::Say more.\n',
  ],
  [
    'several lines, for which GitHub takes no column',
    'a.md',
    { endLine: 4 },
    '::notice file=a.md,line=3,endLine=4,title=vague::Say more.\n',
  ],
  [
    'a name that would end a property',
    './100%, a:b.md',
    {},
    '::notice file=100%25%2C a%3Ab.md,line=3,endLine=3,col=5,title=vague::Say more.\n',
  ],
  [
    'a message that would begin another command',
    'a.md',
    { message: '50% of it,\r\n::error::all: of it' },
    '::notice file=a.md,line=3,endLine=3,col=5,title=vague::50%25 of it,%0D%0A::error::all: of it\n',
  ],
])('an annotation for GitHub Actions: %s', (_, file, changes, expected) => {
  expect(annotation(file, changes)).toBe(expected)
})
