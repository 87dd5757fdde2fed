import { basename, extname } from 'node:path'
import type { ActionItem, IsoDate, Postmortem } from '../postmortem/types.ts'
import type { Extractor } from '../sandbox/extractor.ts'
import { readMarkdown, UnreadableFileError } from './markdown-files.ts'

/** What one file gave: its postmortem, or a sentence that says why there is none. */
export interface Extraction {
  file: string
  postmortem: Postmortem | null
  /** The text that it was read from; empty where it could not be read. */
  markdown: string
  error: string | null
}

/** Which days relative due dates count from. */
export interface ReferenceDays {
  /** As asked for; comes before the incident date. */
  given: IsoDate | null
  /** Counts where neither a day is given nor the incident's is stated; null leaves such dates open. */
  today: IsoDate | null
}

/** Reads a file and extracts its postmortem. Does not throw: what cannot be read has an `error`. */
export async function extractFile(
  file: string,
  extractor: Extractor,
  days: ReferenceDays,
): Promise<Extraction> {
  try {
    const markdown = await readMarkdown(file)
    return { file, markdown, postmortem: await extractText(markdown, extractor, days), error: null }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    return { file, markdown: '', postmortem: null, error: error.message }
  }
}

async function extractText(markdown: string, extractor: Extractor, days: ReferenceDays): Promise<Postmortem> {
  const asOf = async (referenceDate: IsoDate | null): Promise<Postmortem> => {
    const read = await extractor.extract(markdown, referenceDate === null ? {} : { referenceDate })
    if ('unreadable' in read) throw new UnreadableFileError(read.message)
    return read
  }
  const postmortem = await asOf(days.given)
  const hasUnresolvedDates = postmortem.items.some(({ due, dueText }) => due === null && dueText !== null)
  const needsToday = days.given === null && postmortem.incidentDate === null && hasUnresolvedDates
  return needsToday ? await asOf(days.today) : postmortem
}

/** One line of `--format jsonl`. Other programs read it: fields are only ever added. */
export function toRecord({ file, postmortem, error }: Extraction, explain: boolean): object {
  const about = { id: basename(file, extname(file)), file }
  if (postmortem === null)
    return { ...about, title: null, incidentDate: null, severity: null, items: [], error }
  const { title, incidentDate, severity, items, rejected } = postmortem
  return {
    ...about,
    title,
    incidentDate,
    severity,
    items: explain ? items : items.map(withoutExplanation),
    ...(explain && { rejected }),
  }
}

function withoutExplanation(item: ActionItem): object {
  const { text, title, kind, done, owners, due, dueText, priority, links, details, line, endLine } = item
  return { text, title, kind, done, owners, due, dueText, priority, links, details, line, endLine }
}
