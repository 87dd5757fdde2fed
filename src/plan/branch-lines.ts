import type { Finding } from '../postmortem/findings/types.ts'

/**
 * Puts findings about a merged file where they stand in the pull request's own version of it, on which annotations are shown.
 * What that version does not have came with the default branch, and is not for this pull request to mend.
 *
 * @param merged the text that the findings are about
 * @param branch the text in the pull request
 */
export const findingsOnBranch = (findings: Finding[], merged: string, branch: string): Finding[] => {
  if (merged === branch) return findings
  const mergedLines = merged.split(LINE_END)
  const branchLines = branch.split(LINE_END)
  return findings.flatMap((finding) => {
    if (finding.item === null) return [finding]
    const line = nearestLine(mergedLines[finding.line - 1] ?? '', finding.line, branchLines)
    return line === null ? [] : [{ ...finding, line, endLine: line + finding.endLine - finding.line }]
  })
}

const LINE_END = /\r\n|\r|\n/

/** Where a line stands that reads the same, counted from 1; of several, the one that moved least. */
const nearestLine = (text: string, from: number, lines: string[]): number | null => {
  const same = lines.flatMap((line, index) => (line === text ? [index + 1] : []))
  return same.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0] ?? null
}
