import type { Excess } from './excess.ts'

/** A megabyte of ordinary lines has far fewer; the memory that parsing takes grows with the lines. */
const mostLines = 200_000

/** Marks that the parser matches with each other within a paragraph, at a cost that grows with their square. */
const paragraphMarks = [
  { what: 'emphasis marks', mark: /[*~]+|(?<!\w)_|_(?!\w)/g, most: 2000 },
  { what: 'brackets', mark: /[[\]]/g, most: 4000 },
  { what: 'HTML comments and declarations', mark: /<[!?]/g, most: 500 },
]

/** Blocks that each cost the parser a walk over everything before them. */
const blocks = [
  {
    what: 'underlined headings',
    begins: (line: string, previous: string) =>
      /^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && /[^\s=-]/.test(previous),
    most: 5000,
  },
  {
    what: 'block quotes',
    begins: (line: string, previous: string) => /^ {0,3}>/.test(line) && !/^ {0,3}>/.test(previous),
    most: 10_000,
  },
]

/** Lines that are a paragraph of their own: list items, headings, quotes, table rows, indented code. */
const ownParagraph = /^\s*(?:[>#]|(?:[-+*]|\d+[.)])\s)|\||^ {4}|^\t/
const fence = /^[\s>]*(?:`{3,}|~{3,})/

/** Finds the line where a paragraph holds too many marks of a kind, or the text too many blocks or lines. */
export function findFlood(lines: readonly string[]): Excess | null {
  if (lines.length > mostLines)
    return { line: mostLines + 1, problem: `is beyond the ${mostLines} lines that are read` }
  const marks = paragraphMarks.map(() => 0)
  const begun = blocks.map(() => 0)
  let inFence = false
  let previous = ''
  for (const [index, line] of lines.entries()) {
    if (fence.test(line)) inFence = !inFence
    if (inFence) continue
    if (ownParagraph.test(line) || line.trim() === '') marks.fill(0)

    for (const [kind, { what, mark, most }] of paragraphMarks.entries()) {
      const count = (marks[kind] ?? 0) + (line.match(mark)?.length ?? 0)
      if (count > most)
        return { line: index + 1, problem: `is in a paragraph with more than ${most} ${what}` }
      marks[kind] = count
    }
    for (const [kind, { what, begins, most }] of blocks.entries()) {
      const count = (begun[kind] ?? 0) + (begins(line, previous) ? 1 : 0)
      if (count > most) return { line: index + 1, problem: `comes after more than ${most} ${what}` }
      begun[kind] = count
    }
    previous = line
  }
  return null
}
