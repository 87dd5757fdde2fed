import type { Block, Line, Place } from '../blocks/types.ts'
import type { SectionName } from './names.ts'

/** A part of a document under one name: a heading, a bold line, a label or a list item. */
export interface Section extends Place {
  /** The line that names the section; null for the document itself. */
  title: Line | null
  name: SectionName
  /** Headings count 1 to 6, names in disguise 7 to 9. */
  level: number
  blocks: Block[]
  sections: Section[]
}
