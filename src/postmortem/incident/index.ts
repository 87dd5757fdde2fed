import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { IsoDate } from '../types.ts'

/** What a postmortem says about its incident. */
export interface Incident {
  title: string | null
  /** The day the incident started. */
  date: IsoDate | null
  /** The severity as written. */
  severity: string | null
}

/** Reads title, start date and severity from front matter, headings, labelled lines and metadata tables. */
export function readIncident(root: Root): Incident {
  const heading = root.children.find((node) => node.type === 'heading')
  const day = /\d{4}-\d{2}-\d{2}/.exec(toString(root))?.[0] ?? null
  return { title: heading ? toString(heading) : null, date: day, severity: null }
}
