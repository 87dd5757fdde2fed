import { daysAllowed } from '../config/due.ts'
import { isIndex } from '../config/paths.ts'
import type { Config } from '../config/schema.ts'
import { findings } from '../postmortem/findings/index.ts'
import type { FindingId } from '../postmortem/findings/ids.ts'
import type { FindingSeverity } from '../postmortem/findings/types.ts'
import type { ActionItem } from '../postmortem/types.ts'
import type { Extractor } from '../sandbox/extractor.ts'
import { extractFile } from './extraction.ts'

/** One finding as `lint` reports it. */
export interface LintFinding {
  id: FindingId
  severity: FindingSeverity
  /** Whether the configuration requires it to be mended. */
  required: boolean
  message: string
  /** Counted from 1, like the others. */
  line: number
  column: number
  endLine: number
}

/** What `lint` says about one file: its findings, or a sentence that says why there are none. */
export interface FileReport {
  file: string
  findings: LintFinding[]
  error: string | null
}

/** Reads a file and judges it. Does not throw: what cannot be read has an `error`. */
export async function lintFile(file: string, extractor: Extractor, config: Config): Promise<FileReport> {
  const { postmortem, markdown, error } = await extractFile(file, extractor, { given: null, today: null })
  if (postmortem === null) return { file, findings: [], error }
  if (postmortem.items.length === 0 && isIndex(file)) return { file, findings: [], error: null }
  const lines = markdown.split(/\r\n|\r|\n/)
  const found = findings(postmortem, {
    isFiled: ({ kind, done }) => !done && (kind === 'task' ? config.file.tasks : config.file.improvements),
    hasTimeAllowed: ({ priority }) => daysAllowed(priority, config) !== null,
  })
  return {
    file,
    error: null,
    findings: found.map(({ id, severity, message, line, endLine, item }) => ({
      id,
      severity,
      required: config.require.includes(id),
      message,
      line,
      column: columnOf(lines[line - 1] ?? '', item === null ? undefined : postmortem.items[item]),
      endLine,
    })),
  }
}

/** Where the item's words begin on its first line; where they are written otherwise there, its first sign. */
function columnOf(line: string, item: ActionItem | undefined): number {
  const [word = ''] = item?.text.split(' ') ?? []
  const start = word === '' ? -1 : line.indexOf(word)
  return (start < 0 ? Math.max(line.search(/\S/), 0) : start) + 1
}
