import { withText } from '../blocks/line.ts'
import type { Heading, Line } from '../blocks/types.ts'
import { isBareLabel, isFieldLine, splitLabel, splitLead } from './labels.ts'
import { readName, type SectionName } from './names.ts'
import { startsWithItemPrefix } from './prefixes.ts'
import type { Section } from './types.ts'

/** The name of a part that has none. */
export const unnamed: SectionName = { role: null, exact: false, horizon: false, finished: false }
const boldLevel = 7
export const plainLevel = 8
export const labelLevel = 9
export const itemLevel = 10
const mostWordsOfName = 12
/** "List of tasks (very specific, like a to-do list)": what stands in brackets makes no name too long. */
const remark = /\s*\([^()]*\)/g
/** "**How do we prevent this?**": a bold question is a name like any other. */
const question = /[?？]$/

/** The title of a document may speak of what it is about: "Postmortem: improvements to the task queue". */
export function nameOfHeading({ content, depth }: Heading, first: boolean): SectionName {
  if (startsWithItemPrefix(content.text)) return unnamed
  const name = readName(content.text)
  return first && depth === 1 && !name.exact ? unnamed : name
}

/**
 * Whether an open section ends where a name in disguise opens the next one. An unknown name is a group within the
 * open section, unless that one looks the same and has had its own list already.
 */
export function isLeftBy(open: Section, next: Section): boolean {
  if (open.level < boldLevel) return false
  const known = next.name.role
  if (known !== null && known !== 'other' && open.name.role === 'other') return true
  if (known !== null) return open.name.role === null || open.level >= next.level
  if (open.name.role === null) return open.level >= next.level
  return (
    open.name.role === 'other' ||
    (open.level === next.level && !next.name.horizon && open.blocks.some(({ type }) => type === 'list'))
  )
}

/** Whether a line of running text is the name of a section: a known name, a bold line, a label. */
export function opensSection(line: Line): boolean {
  return /^[^\p{Ll}]/u.test(line.text) && nameIn(line) !== null
}

/**
 * The section that a line of running text opens, and what stands behind its name on the same line.
 *
 * @returns null for ordinary text.
 */
export function nameIn(line: Line): { section: Section; rest: Line | null } | null {
  const words = line.text.replace(remark, '').split(' ').length
  if (isBareLabel(line) && words <= mostWordsOfName) {
    const name = readName(line.text)
    const known = name.exact && name.role !== null
    if (!known && isFieldLine(line.text)) return null
    return {
      section: section(line, line.strong ? boldLevel : known ? plainLevel : labelLevel, name),
      rest: null,
    }
  }
  if (isFieldLine(line.text)) return null
  const labelled = startsWithItemPrefix(line.text) ? null : (splitLabel(line.text) ?? splitLead(line))
  if (labelled && labelled.rest !== '') {
    const name = readName(labelled.label)
    if (!name.exact || name.role === null) return null
    const level = line.lead === '' ? plainLevel : boldLevel
    return {
      section: section(withText(line, labelled.label), level, name),
      rest: withText(line, labelled.rest),
    }
  }
  if (
    words > mostWordsOfName ||
    /[.!?。,;]$|[:：]\s/.test(line.text.replace(line.strong ? question : '', ''))
  )
    return null
  const name = readName(line.text)
  const level = line.strong ? boldLevel : plainLevel
  return name.exact && name.role !== null ? { section: section(line, level, name), rest: null } : null
}

/** A section with nothing in it yet. */
export function section(title: Line | null, level: number, name: SectionName): Section {
  return {
    title,
    level,
    name,
    blocks: [],
    sections: [],
    line: title?.line ?? 1,
    endLine: title?.endLine ?? 1,
  }
}
