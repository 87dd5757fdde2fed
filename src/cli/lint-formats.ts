import { normalize } from 'node:path/posix'
import type { FileReport, LintFinding } from './lint-file.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'

export type LintFormat = 'text' | 'json' | 'github'

type Style = Terminal['style']

/** How the reports of all files are printed, by format. */
export const formatters: Record<LintFormat, (reports: FileReport[], style: Style) => string> = {
  text: formatText,
  json: (reports) => `${JSON.stringify(reports, null, 2)}\n`,
  github: formatForGitHub,
}

/** For people. */
function formatText(reports: FileReport[], style: Style): string {
  const found = reports.filter(({ findings }) => findings.length > 0)
  const blocks = found.map(({ file, findings }) =>
    [style('bold', file), ...findings.map((finding) => textLine(finding, style)), ''].join('\n'),
  )
  return [...blocks, `${totals(reports)}\n`].join('\n')
}

const colors = { error: 'red', warning: 'yellow', notice: 'cyan' } as const

type Level = keyof typeof colors

const levelOf = ({ required, severity }: LintFinding): Level => (required ? 'error' : severity)

function textLine(finding: LintFinding, style: Style): string {
  const place = `${finding.line}:${finding.column}`.padStart(8)
  const level = levelOf(finding)
  return `${place}  ${style(colors[level], level.padEnd(7))}  ${printable(finding.message)}  ${style('dim', finding.id)}`
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

/**
 * Workflow commands, which GitHub Actions shows on the lines.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, "Setting an error message"
 */
function formatForGitHub(reports: FileReport[]): string {
  return reports
    .flatMap(({ file, findings, error }) => [
      ...(error === null ? [] : [command('error', { file: normalize(file) }, error)]),
      ...findings.map((finding) => command(levelOf(finding), placeOf(file, finding), finding.message)),
    ])
    .join('')
}

/** GitHub takes columns only where an annotation stands on a single line. */
function placeOf(file: string, { line, endLine, column, id }: LintFinding): Record<string, string | number> {
  return {
    file: normalize(file),
    line,
    endLine,
    ...(line === endLine && { col: column }),
    title: id,
  }
}

function command(level: Level, properties: Record<string, string | number>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${level} ${written.join(',')}::${data(message)}\n`
}

/** As `@actions/core` escapes what follows the second pair of colons. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
