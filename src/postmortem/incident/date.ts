import { findFullDate } from '../fields/due/full-date.ts'
import { lexicons } from '../fields/lexicon/index.ts'
import type { IsoDate } from '../types.ts'
import type { Statement } from './statements.ts'
import { isAboutReport } from './statements.ts'

const startLabels = new Set(lexicons.flatMap(({ incident }) => incident?.start ?? []))
const dateLabels = new Set(lexicons.flatMap(({ incident }) => incident?.date ?? []))
/** Where the date of an incident can stand, each in the order of the document. */
export interface DateSources {
  statements: readonly Statement[]
  frontMatter: ReadonlyMap<string, string>
  title: string | null
  lines: readonly string[]
}

/**
 * The day the incident started: where a label says so, else by the date that a label, the front matter or the title
 * gives, else the first full date of the text.
 */
export function readIncidentDate({ statements, frontMatter, title, lines }: DateSources): IsoDate | null {
  const stated = (labels: ReadonlySet<string>): string[] =>
    statements.filter(({ label }) => labels.has(label)).map(({ value }) => value)
  const entry = (...keys: string[]): string[] => keys.flatMap((key) => frontMatter.get(key) ?? [])
  return (
    firstDate(stated(startLabels)) ??
    firstDate(entry('incident_date', 'date_of_incident', 'started_at', 'start', 'start_time')) ??
    firstDate(stated(dateLabels)) ??
    firstDate(entry('date')) ??
    firstDate(title === null ? [] : [title]) ??
    firstDate(entry('title')) ??
    firstDate(lines.filter((line) => !isAboutReport(line)))
  )
}

function firstDate(texts: readonly string[]): IsoDate | null {
  for (const text of texts) {
    const date = findFullDate(text)
    if (date !== null) return date
  }
  return null
}
