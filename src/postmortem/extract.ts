import { toBlocks } from './blocks/from-markdown.ts'
import { putsMonthFirst } from './fields/index.ts'
import { readIncident } from './incident/index.ts'
import { rejection, type Findings } from './items/candidates.ts'
import { applyCorrections } from './items/corrections.ts'
import { finishItem } from './items/finish.ts'
import { readDocument } from './items/from-section.ts'
import { applyLegend } from './items/legend.ts'
import { kindsAmong } from './items/kinds.ts'
import { withoutRepeats } from './items/repeats.ts'
import { parseMarkdown } from './parse.ts'
import { opensSection } from './sections/disguised.ts'
import { toSections } from './sections/outline.ts'
import { generalPurpose, reportsNothing } from './sections/purpose.ts'
import type { Section } from './sections/types.ts'
import type { ExtractOptions, Postmortem } from './types.ts'

/**
 * Reads a postmortem: its incident facts, its action items, and what was left out and why.
 *
 * Pure and deterministic: the same text and options always give the same result.
 *
 * @param markdown the whole file.
 * @returns items and rejected blocks in document order.
 */
export function extractPostmortem(markdown: string, options: ExtractOptions = {}): Postmortem {
  const root = parseMarkdown(markdown)
  const blocks = toBlocks(root, markdown, opensSection)
  const outline = toSections(blocks)
  const incident = readIncident(root, blocks, outline)
  const reference = options.referenceDate ?? incident.date
  const { candidates: found, rejections } = readFindings(outline, markdown)
  const lines = markdown.split(/\r\n|\r|\n/)
  const candidates = applyLegend(found, lines)
  const kindOf = kindsAmong(candidates)
  const source = { lines, monthFirst: putsMonthFirst(markdown), reference }
  const items = candidates.map((candidate) => finishItem(candidate, kindOf(candidate), source))
  return {
    title: incident.title,
    incidentDate: incident.date,
    severity: incident.severity,
    items: withoutRepeats(items).sort((a, b) => a.line - b.line),
    rejected: [...rejections].sort((a, b) => a.line - b.line),
  }
}

/** What looks like an item in a template or a process description is reported, never filed. */
function readFindings(root: Section, markdown: string): Findings {
  const findings = applyCorrections(readDocument(root, markdown), root)
  const texts = findings.candidates.map(({ head }) => head.text)
  const reason = texts.length > 0 ? whyNone(findings, root, markdown, texts) : null
  if (reason === null) return findings
  return {
    candidates: [],
    rejections: [
      ...findings.rejections,
      ...findings.candidates.map((candidate) => rejection(candidate, reason)),
    ],
  }
}

function whyNone(
  { candidates }: Findings,
  root: Section,
  markdown: string,
  texts: readonly string[],
): string | null {
  const onlyBoxes = candidates.every(({ reason }) => reason === 'a check box')
  if (onlyBoxes && reportsNothing(root, markdown)) return 'the document reports no incident'
  return generalPurpose(root, markdown, texts)
}
