import {
  collectLinks,
  isDoneStatus,
  parseDue,
  parseOwners,
  parsePriority,
  takeFieldNotes,
} from '../fields/index.ts'
import type { ActionItem, IsoDate, ItemKind } from '../types.ts'
import type { Candidate } from './candidates.ts'
import { dropBraces } from './placeholders.ts'
import { dropItemPrefix } from './prefix.ts'
import { titleOf } from './title.ts'

interface Source {
  lines: readonly string[]
  reference: IsoDate | null
}

/** Reads the fields of a candidate and gives it its final form. */
export function finishItem(candidate: Candidate, kind: ItemKind, { lines, reference }: Source): ActionItem {
  const notes = takeFieldNotes(dropBraces(dropItemPrefix(candidate.head.text)), reference)
  const stated = (field: string): string[] =>
    candidate.fields.filter((each) => each.field === field && each.value !== '').map(({ value }) => value)
  const [dueValue] = stated('due')
  const [priority] = stated('priority')
  const due = dueValue === undefined ? notes : parseDue(dueValue, reference)
  const owners = stated('owner').flatMap(parseOwners)
  const text = notes.text.replace(/\s*[:：]$/, '')
  return {
    text,
    title: titleOf(text, candidate.head.lead),
    kind,
    done: candidate.done || notes.done || stated('status').some(isDoneStatus),
    owners: owners.length > 0 ? owners : notes.owners,
    due: due.due,
    dueText: due.dueText,
    priority: priority === undefined ? notes.priority : parsePriority(priority),
    links: collectLinks(candidate.nodes),
    details: detailsOf(candidate, lines),
    line: candidate.line,
    endLine: candidate.endLine,
    section: candidate.section,
    reason: candidate.reason,
  }
}

function detailsOf({ details }: Candidate, lines: readonly string[]): string | null {
  if (!details) return null
  const slice = lines.slice(details.line - 1, details.endLine)
  const indents = slice.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents)
  return slice
    .map((line) => line.slice(indent))
    .join('\n')
    .trim()
}
