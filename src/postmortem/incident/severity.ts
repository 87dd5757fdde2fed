import { lexicons } from '../fields/lexicon/index.ts'
import { parsePriority } from '../fields/priority.ts'
import type { Statement } from './statements.ts'

const labels = new Set(lexicons.flatMap(({ incident }) => incident?.severity ?? []))
const longest = 40
/** What follows the severity itself: "SEV-2 (checkout only)", "high — all customers". */
const remark = /\s*(?:[(（,，;；:：]|\s[-–—|]|\.\s).*$/su
const inTitle = /(?<![\p{L}\p{N}])SEV[- ]?\d(?![\p{L}\p{N}])/iu

/**
 * The severity of the incident as written ("SEV-2", "critical"), from a label, the front matter or the title.
 *
 * @returns null also for a placeholder ("SEV-?") and for a list to choose from ("SEV1 / SEV2 / SEV3").
 */
export function readSeverity(
  statements: readonly Statement[],
  frontMatter: ReadonlyMap<string, string>,
  title: string | null,
): string | null {
  const stated = [
    ...statements.filter(({ label }) => labels.has(label)).map(({ value }) => value),
    ...['severity', 'sev', 'incident_severity'].flatMap((key) => frontMatter.get(key) ?? []),
  ]
  for (const value of stated) {
    const severity = parsePriority(value.slice(0, 200).replace(remark, ''))
    if (severity !== null && severity.length <= longest && !/[?<>[\]{}]|\s?\/\s?.*\//.test(value))
      return severity
  }
  return inTitle.exec(title ?? '')?.[0] ?? null
}
