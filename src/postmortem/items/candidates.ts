import type { PhrasingContent } from 'mdast'
import type { Line, Place } from '../blocks/types.ts'
import type { Role } from '../lexicon/index.ts'
import type { StatedField } from '../sections/labels.ts'

/** What the section of an item is for; `alone` for an item that counts wherever it stands, such as a check box. */
export type FollowUp = Exclude<Role, 'other'> | 'alone'

/** The lines that hold an item's details, and the places within that state its fields. */
export interface Details extends Place {
  without: readonly Place[]
}

/** Something that reads like an action item, before its fields are read and its kind is settled. */
export interface Candidate extends Place {
  head: Line
  /** The number that the document gives it, for later remarks about it. */
  number: string | null
  /** Marked as done by a check box, a strike-through or the name of its section. */
  done: boolean
  fields: StatedField[]
  /** What the name of its section says about every item in it: a period, an owner. */
  inherited: StatedField[]
  /** Inline nodes of the whole item, for links. */
  nodes: PhrasingContent[]
  /** The lines of the file that hold its sub-items. */
  details: Details | null
  section: string | null
  role: FollowUp
  reason: string
}

/** A block of a follow-up section that is no item. */
export interface Rejection extends Place {
  text: string
  section: string | null
  reason: string
}

/** What reading a section yields, in document order. */
export interface Findings {
  candidates: Candidate[]
  rejections: Rejection[]
}

/** A candidate that turned out to be no item. */
export function rejection({ head, section, line, endLine }: Candidate, reason: string): Rejection {
  return { text: head.text, section, reason, line, endLine }
}
