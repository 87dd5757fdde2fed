import type { PhrasingContent } from 'mdast'
import type { Line, Place } from '../blocks/types.ts'
import type { Field } from '../fields/index.ts'
import type { Role } from '../lexicon/index.ts'

/** A field stated outside the item's own words: a table cell, a field bullet. */
export interface StatedField {
  field: Field
  value: string
}

/** Something that reads like an action item, before its fields are read and its kind is settled. */
export interface Candidate extends Place {
  head: Line
  /** Marked as done by a check box, a strike-through or the name of its section. */
  done: boolean
  fields: StatedField[]
  /** Inline nodes of the whole item, for links. */
  nodes: PhrasingContent[]
  /** The lines of the file that hold its sub-items. */
  details: Place | null
  section: string | null
  role: Exclude<Role, 'other'>
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
