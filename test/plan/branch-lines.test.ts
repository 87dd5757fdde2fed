import { describe, expect, test } from '@jest/globals'
import { findingsOnBranch } from '../../src/plan/branch-lines.ts'
import type { Finding } from '../../src/postmortem/findings/types.ts'

const about = (line: number, endLine = line, item: number | null = 0): Finding => ({
  id: 'vague',
  severity: 'warning',
  message: 'Say more.',
  line,
  endLine,
  item,
})
const lines = (findings: Finding[]): [number, number][] =>
  findings.map(({ line, endLine }) => [line, endLine])

describe('a finding about the merged file stands in the branch', () => {
  const branch = '# Outage\n\n- Test more\n  soon\n- Plan ahead\n- Test more\n'

  test.each([
    ['where it is, if both say the same', [about(3, 4)], branch, [[3, 4]]],
    ['further up, if the default branch added lines before', [about(6)], `On Monday.\n${branch}`, [[5, 5]]],
    ['on the nearest of equal lines', [about(4, 5)], `On Monday.\n${branch}`, [[3, 4]]],
    ['nowhere, if it came with the default branch', [about(7)], `${branch}- Draw a map\n`, []],
    ['at the top, if it is about the document', [about(1, 1, null)], `On Monday.\n${branch}`, [[1, 1]]],
    ['whatever ends the lines', [about(3, 4)], branch.replaceAll('\n', '\r\n'), [[3, 4]]],
  ] as const)('%s', (_, findings, merged, expected) => {
    expect(lines(findingsOnBranch([...findings], merged, branch))).toEqual(expected)
  })
})
