import { styleText } from 'node:util'
import type { FileReport, LintFinding } from './lint-file.ts'
import { printable } from './printable.ts'

export type LintFormat = 'text' | 'json' | 'github'

/** How the reports of all files are printed, by format. */
export const formatters: Record<LintFormat, (reports: FileReport[]) => string> = {
  text: formatText,
  json: (reports) => `${JSON.stringify(reports, null, 2)}\n`,
  github: formatForGitHub,
}

/** For people; coloured on a terminal only. */
function formatText(reports: FileReport[]): string {
  const found = reports.filter(({ findings }) => findings.length > 0)
  const blocks = found.map(({ file, findings }) =>
    [styleText('bold', file), ...findings.map(textLine), ''].join('\n'),
  )
  return [...blocks, `${totals(reports)}\n`].join('\n')
}

const colors = { error: 'red', warning: 'yellow', notice: 'cyan' } as const

type Level = keyof typeof colors

const levelOf = ({ required, severity }: LintFinding): Level => (required ? 'error' : severity)

function textLine(finding: LintFinding): string {
  const place = `${finding.line}:${finding.column}`.padStart(8)
  const level = levelOf(finding)
  return `${place}  ${styleText(colors[level], level.padEnd(7))}  ${printable(finding.message)}  ${styleText('dim', finding.id)}`
}

function totals(reports: FileReport[]): string {
  const findings = reports.flatMap((report) => report.findings)
  const required = findings.filter((finding) => finding.required).length
  const unread = reports.filter(({ error }) => error !== null).length
  return [
    `files: ${reports.length}`,
    `findings: ${findings.length}`,
    `required to be mended: ${required}`,
    ...(unread > 0 ? [`not read: ${unread}`] : []),
  ].join(' · ')
}

/** Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, "Setting an error message" */
function formatForGitHub(reports: FileReport[]): string {
  const lines = reports.flatMap(({ file, findings }) =>
    findings.map((finding) => {
      const { line, endLine, column, id, message } = finding
      const place = { file, line, endLine, col: column, title: id }
      const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`)
      return `::${levelOf(finding)} ${properties.join(',')}::${data(message)}\n`
    }),
  )
  return lines.join('')
}

/** As `@actions/core` escapes what follows the second pair of colons. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
