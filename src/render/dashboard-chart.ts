import type { Figures } from '../plan/figures.ts'

/**
 * A Mermaid chart of the open items week by week; none for a single week.
 *
 * Syntax: https://mermaid.js.org/syntax/xyChart.html
 */
export function openItemsChart({ openByWeek }: Figures): string {
  if (openByWeek.length < 2) return ''
  const weeks = openByWeek.map(({ week }) => `"${week.slice(5)}"`)
  const counts = openByWeek.map(({ open }) => open)
  return [
    '```mermaid',
    'xychart-beta',
    '  title "Open action items at the end of each week"',
    `  x-axis [${weeks.join(', ')}]`,
    `  y-axis "open" 0 --> ${Math.max(1, ...counts)}`,
    `  bar [${counts.join(', ')}]`,
    '```',
  ].join('\n')
}
