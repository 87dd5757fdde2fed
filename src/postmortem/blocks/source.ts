import type { Nodes } from 'mdast'
import type { Line, Place } from './types.ts'

/** The document that blocks are read from. */
export interface Source {
  markdown: string
  /** The lines of the file, as written. */
  fileLines: readonly string[]
  /** Whether a line of text is the name of a section. */
  opensSection: (line: Line) => boolean
  /** Where reference links lead, by identifier. */
  addresses: ReadonlyMap<string, string>
  /** Inside HTML or indented code already: what looks like either there is left alone. */
  reread: boolean
}

/** The lines that a node stands on; generated nodes count as the first. */
export function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, endLine: node.position?.end.line ?? 1 }
}
