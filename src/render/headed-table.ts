import { firstFitting } from './fitting.ts'

/**
 * A table under a heading that counts its lines; nothing without lines. Where it has no room, its last lines are left
 * out and counted.
 *
 * @param lines cells, separated by ` | `
 * @param max longest text of the lines that are shown, in characters
 */
export function headedTable(title: string, columns: string[], lines: string[], max: number): string {
  if (lines.length === 0) return ''
  const shown = firstFitting(lines, max, (line) => `| ${line} |`)
  const left = lines.length - shown.length
  return [
    `### ${title} (${lines.length})`,
    '',
    ...(shown.length === 0
      ? []
      : [
          `| ${columns.join(' | ')} |`,
          `|${columns.map(() => '---').join('|')}|`,
          ...shown.map((line) => `| ${line} |`),
          '',
        ]),
    ...(left > 0 ? [`… and ${left} more.`] : []),
  ]
    .join('\n')
    .trim()
}
