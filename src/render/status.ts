import type { StatusView } from '../plan/status.ts'
import { truncate } from './clean.ts'
import { firstFitting } from './fitting.ts'
import { progressBar, progressWords } from './progress.ts'
import { statusTable } from './status-table.ts'
import { inline, link, tableCell } from './text.ts'
import { counted } from './words.ts'

/** What a comment may hold, less than GitHub's 65,536, shared among the parts that can grow. */
const room = { problems: 6_000, table: 30_000, notFiled: 8_000 }

/**
 * Writes the status of a postmortem: the comment on its pull request, or the body of its tracking issue.
 *
 * @returns Markdown of at most 60,000 characters. A long table leaves out settled items first and says how many.
 */
export function renderStatus(view: StatusView): string {
  const { progress, rows } = view
  const parts = [
    `### Action items of ${link(truncate(view.title, 200), view.fileUrl)}`,
    progress.total > 0 ? `**${progressWords(progress)}** ${progressBar(progress)}` : '',
    problems(view),
    rows.length > 0 ? statusTable(rows, room.table) : nothingFiled(view),
    notFiled(view),
    finished(view),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function problems({ problems }: StatusView): string {
  if (problems.length === 0) return ''
  const sentences = problems.map((problem) => `> ${problem.trim().replace(/\s*\n\s*/g, ' ')}`)
  const shown = firstFitting(sentences, room.problems, (sentence) => sentence)
  const left = sentences.length - shown.length
  return `> [!WARNING]\n${[...shown, ...(left > 0 ? [`> And ${counted(left, 'more problem')}.`] : [])].join('\n>\n')}`
}

function nothingFiled({ problems, notFiled }: StatusView): string {
  // A file that was not read cannot be said to have no items.
  if (problems.length > 0) return ''
  return notFiled.length > 0
    ? 'This postmortem lists nothing that became an issue.'
    : 'No action items were found in this postmortem. To have them followed, list them under a heading such as ' +
        '**Action items**, one list entry or table row each, and merge the change: they are picked up from there.'
}

function notFiled({ notFiled }: StatusView): string {
  if (notFiled.length === 0) return ''
  const lines = notFiled.map(({ title, reason }) => `- ${tableCell(title)}: ${inline(truncate(reason, 300))}`)
  const shown = firstFitting(lines, room.notFiled, (line) => line)
  const left = lines.length - shown.length
  return [
    '<details>',
    `<summary>Not filed (${notFiled.length})</summary>`,
    '',
    ...shown,
    ...(left > 0 ? [`- … and ${left} more.`] : []),
    '',
    '</details>',
  ].join('\n')
}

function finished({ finishedAfterDays: days, progress }: StatusView): string {
  if (days === null) return ''
  const end = progress.wontDo > 0 ? 'Nothing is left to do' : 'All action items are done'
  return `**${end}.** It took ${days === 0 ? 'less than a day' : counted(days, 'day')}.`
}
