import type { Root } from 'mdast'
import type { Block } from '../blocks/types.ts'
import type { Section } from '../sections/types.ts'
import type { IsoDate } from '../types.ts'
import { readIncidentDate } from './date.ts'
import { readFrontMatter } from './front-matter.ts'
import { readSeverity } from './severity.ts'
import { linesOf, readStatements } from './statements.ts'
import { readTitle } from './title.ts'

/** What a postmortem says about its incident. */
export interface Incident {
  title: string | null
  /** The day the incident started. */
  date: IsoDate | null
  /** The severity as written. */
  severity: string | null
}

/**
 * Reads title, start date and severity from front matter, headings, labelled lines, metadata tables and text.
 *
 * @param root the tree, for its front matter.
 * @param blocks the same document as blocks.
 * @param outline the same blocks as sections.
 */
export function readIncident(root: Root, blocks: readonly Block[], outline: Section): Incident {
  const frontMatter = readFrontMatter(root)
  const statements = readStatements(blocks)
  const title = readTitle(blocks, outline, frontMatter)
  const lines = linesOf(blocks).map(({ text }) => text)
  return {
    title,
    date: readIncidentDate({ statements, frontMatter, title, lines }),
    severity: readSeverity(statements, frontMatter, title),
  }
}
