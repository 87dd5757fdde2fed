import type { Excess } from './excess.ts'

const deepestNesting = 100

/** Real documents stay above this depth; lines beneath it cost the parser time for every level. */
const ordinaryNesting = 10

/** How many levels beyond the ordinary all lines may have together. */
const mostDeepLevels = 10_000

const containerMark = /[ ]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?= |$))/y
const thematicBreak = /^[ >]*([-*])(?: *\1){2,} *$/

/**
 * Finds the line where lists and block quotes are nested too deeply, or the one from which too many deep lines
 * follow. Follows CommonMark's container rules closely enough to count levels, fenced code included.
 */
export function findDeepNesting(lines: readonly string[]): Excess | null {
  const lists: number[] = []
  let depth = 0
  let deepLevels = 0
  let afterText = false
  for (const [index, rawLine] of lines.entries()) {
    const line = rawLine.replaceAll('\t', '    ')
    const isBlank = line.trim() === ''
    if (!isBlank) {
      const { levels, marks } = enterContainers(line, lists)
      const continuesParagraph = afterText && marks === 0
      depth = continuesParagraph ? Math.max(depth, levels) : levels
    }
    afterText = !isBlank

    if (depth > deepestNesting)
      return { line: index + 1, problem: `nests lists and quotes more than ${deepestNesting} levels deep` }
    deepLevels += Math.max(0, depth - ordinaryNesting)
    if (deepLevels > mostDeepLevels)
      return {
        line: index + 1,
        problem: 'continues lists and quotes that are nested too deeply for too long',
      }
  }
  return null
}

/**
 * Reads the container marks at the start of a line (`> - 1.`).
 *
 * @param lists the columns where the content of the open list items begins, outermost first; updated.
 */
function enterContainers(line: string, lists: number[]): { levels: number; marks: number } {
  if (thematicBreak.test(line)) return { levels: 0, marks: 1 }
  let quotes = 0
  let marks = 0
  let end = 0
  containerMark.lastIndex = 0
  for (let mark = containerMark.exec(line); mark; mark = containerMark.exec(line)) {
    marks += 1
    end = containerMark.lastIndex
    if (mark[1] === '>') {
      quotes += 1
    } else {
      closeLists(lists, mark.index + mark[0].search(/[^ ]/))
      lists.push(end + 1)
    }
  }
  closeLists(lists, end + Math.max(0, line.slice(end).search(/[^ ]/)))
  return { levels: quotes + lists.length, marks }
}

/** Closes the list items whose content begins right of `column`. */
function closeLists(lists: number[], column: number): void {
  while ((lists.at(-1) ?? 0) > column) lists.pop()
}
