import type { PhrasingContent } from 'mdast'

/** Where a block stands in the file. Lines count from 1. */
export interface Place {
  line: number
  endLine: number
}

/** One line of running text, as the author broke it. */
export interface Line extends Place {
  /** Plain text with single spaces. */
  text: string
  /** The same content as inline nodes: text, code and links only. */
  nodes: PhrasingContent[]
  /** Whether the whole line is bold or italic, punctuation and emoji aside: often a heading in disguise. */
  strong: boolean
  /** Bold words at the start of the line; empty where it starts plain. */
  lead: string
  /** Words struck through at the start of the line; empty where it starts otherwise. */
  struckLead: string
}

export interface Heading extends Place {
  type: 'heading'
  depth: number
  content: Line
}

export interface Paragraph extends Place {
  type: 'paragraph'
  lines: Line[]
}

export interface ListItem extends Place {
  /** The item's own words; null for an item that holds only blocks. */
  head: Line | null
  /** The same words as the author broke them. */
  lines: Line[]
  /** Its number in an ordered list. */
  number: number | null
  /** The state of the check box, null without one. */
  checked: boolean | null
  /** What follows the item's own words: sub-lists, further paragraphs, code. */
  children: Block[]
}

export interface List extends Place {
  type: 'list'
  items: ListItem[]
}

export interface Row extends Place {
  cells: Line[]
}

export interface Table extends Place {
  type: 'table'
  header: Row
  rows: Row[]
}

/** Code, HTML comments, images: kept for details and explanations, never an item. */
export interface Opaque extends Place {
  type: 'opaque'
}

/** A block of a document, freed from the syntax it was written in. */
export type Block = Heading | Paragraph | List | Table | Opaque
