import type { Line } from '../blocks/types.ts'
import type { Field } from '../fields/index.ts'
import {
  collectLinks,
  isDoneMark,
  isDoneStatus,
  parseDue,
  parseOwners,
  parsePriority,
  readPriority,
  takeFieldNotes,
  withMonthFirst,
} from '../fields/index.ts'
import type { ActionItem, IsoDate } from '../types.ts'
import type { StatedField } from '../sections/labels.ts'
import type { Candidate } from './candidates.ts'
import type { Kind } from './kinds.ts'
import { dropBraces } from './placeholders.ts'
import { dropItemPrefix } from '../sections/prefixes.ts'
import { titleOf } from './title.ts'

interface Source {
  lines: readonly string[]
  /** Whether the document writes "04/30/2026". */
  monthFirst: boolean
  reference: IsoDate | null
}

/** Reads the fields of a candidate and gives it its final form. What an item says itself outweighs its section. */
export function finishItem(
  candidate: Candidate,
  { kind, because }: Kind,
  { lines, monthFirst, reference }: Source,
): ActionItem {
  const notes = takeFieldNotes(
    dropBraces(dropItemPrefix(candidate.head.struckLead || withTag(candidate.head))),
    reference,
  )
  const text = notes.text.replace(/\s*[:：]$/, '')
  const stated = valuesOf(candidate.fields.map(restate))
  const inherited = valuesOf(candidate.inherited)
  const owners = stated('owner').flatMap(parseOwners)
  const ownOwners = owners.length > 0 ? owners : notes.owners
  const due = stated('due')[0] ?? (notes.dueText === null ? inherited('due')[0] : undefined)
  const { due: day, dueText } = due === undefined ? notes : parseDue(due, reference)
  const [priority] = stated('priority')
  return {
    text,
    title: titleOf(text, candidate.head.lead),
    kind,
    done: candidate.done || notes.done || stated('status').some(isDoneStatus),
    owners: ownOwners.length > 0 ? ownOwners : inherited('owner').flatMap(parseOwners),
    due: monthFirst && dueText !== null ? withMonthFirst(dueText, day) : day,
    dueText,
    priority:
      priority === undefined ? (notes.priority ?? inherited('priority')[0] ?? null) : parsePriority(priority),
    links: collectLinks(candidate.nodes),
    details: detailsOf(candidate, lines),
    line: candidate.line,
    endLine: candidate.endLine,
    section: candidate.section,
    reason: candidate.reason + because,
  }
}

/** "Alert on a full disk `High`": code at the end that is a priority is a note like "[High]". */
function withTag({ text, nodes }: Line): string {
  const last = nodes[nodes.length - 1]
  const tag = last?.type === 'inlineCode' && text.endsWith(` ${last.value}`) ? last.value : ''
  return readPriority(tag) === null ? text : `${text.slice(0, -tag.length)}[${tag}]`
}

/** A mark of finished work says so in whatever column it stands: "DONE" in the place of the due date. */
function restate({ field, value }: StatedField): StatedField {
  return { field: field !== 'description' && isDoneMark(value) ? 'status' : field, value }
}

function valuesOf(fields: readonly StatedField[]): (field: Field) => string[] {
  return (field) =>
    fields.filter((each) => each.field === field && each.value !== '').map(({ value }) => value)
}

function detailsOf({ details }: Candidate, lines: readonly string[]): string | null {
  if (!details) return null
  const stated = new Set(details.without.flatMap(({ line, endLine }) => range(line, endLine)))
  const slice = range(details.line, details.endLine)
    .filter((line) => !stated.has(line))
    .map((line) => lines[line - 1] ?? '')
  const indents = slice.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = indents.reduce((least, each) => Math.min(least, each), Infinity)
  const text = slice.map((line) => line.slice(indent)).join('\n')
  return text.trim() === '' ? null : text.replace(/^(?:[ \t]*\n)+|\s+$/g, '')
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
