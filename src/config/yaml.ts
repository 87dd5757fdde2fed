import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type ErrorCode,
  type YAMLError,
} from 'yaml'
import { tooDeepAt } from './nesting.ts'
import { faultsOf, offsetOf, type YamlFault } from './yaml-rules.ts'

/** A place in a file, line and column counted from 1. */
export interface Position {
  line: number
  column: number
}

/** Keys of mappings and indexes of lists, from the root. */
export type DataPath = readonly (string | number)[]

/** The data of a YAML text, and where it stands. */
export interface YamlData {
  data: unknown
  /** Where the value of the path stands; where the path leads nowhere, the nearest value around it. */
  positionOf: (path: DataPath) => Position
  /** Where the last key of the path stands, rather than its value. */
  positionOfKey: (path: DataPath) => Position
}

export type YamlResult = { ok: true; yaml: YamlData } | { ok: false; faults: (Position & YamlFault)[] }

/** In characters. The largest configuration that makes sense has some thousands. */
const longestText = 100_000

const remedies: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: 'the value in quotes',
  TAB_AS_INDENT: 'spaces instead of tabs',
  MULTIPLE_DOCS: 'a single document',
  NON_STRING_KEY: 'a plain text as key',
}

/**
 * Reads YAML without its traps: no aliases, no tags, no repeated keys, bounded size and nesting. The cost is proportional to
 * the length of the text, whatever it holds.
 *
 * @returns the data, or everything that is wrong with the text, in its order
 */
export function readYaml(text: string): YamlResult {
  const lines = lineCounterOf(text)
  const refused = (faults: YamlFault[]): YamlResult => ({
    ok: false,
    faults: faults.map((fault) => ({ ...fault, ...positionAt(fault.offset, lines) })),
  })

  if (text.length > longestText) {
    return refused([
      {
        offset: 0,
        message: `the file is ${text.length} characters long`,
        expected: `at most ${longestText}`,
      },
    ])
  }
  if (text.includes('\0')) {
    return refused([
      { offset: 0, message: 'the file is not text in UTF-8', expected: 'YAML, saved as UTF-8' },
    ])
  }
  const deep = tooDeepAt(text)
  if (deep !== null) {
    return refused([{ offset: deep, message: 'this is nested too deeply', expected: 'at most three levels' }])
  }

  const document = parseDocument(text, {
    prettyErrors: false,
    stringKeys: true,
    // Quadratic in the library; `faultsOf` does it in linear time.
    uniqueKeys: false,
  })
  if (document.errors.length > 0) return refused(firstOfEachLine(document.errors, lines))
  const faults = faultsOf(document)
  if (faults.length > 0) return refused(faults)

  return {
    ok: true,
    yaml: {
      data: document.toJS(),
      positionOf: (path) => positionAt(offsetOfValue(document, path), lines),
      positionOfKey: (path) => positionAt(offsetOfKey(document, path), lines),
    },
  }
}

function lineCounterOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
  return lines
}

function positionAt(offset: number, lines: LineCounter): Position {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

/** One mistake often makes several syntax errors; those behind the first on a line say nothing new. */
function firstOfEachLine(errors: YAMLError[], lines: LineCounter): YamlFault[] {
  const seen = new Set<number>()
  return errors.flatMap(({ code, message, pos: [offset] }) => {
    const { line } = positionAt(offset, lines)
    if (seen.has(line)) return []
    seen.add(line)
    return [{ offset, message: `not valid YAML: ${message}`, expected: remedies[code] ?? 'valid YAML' }]
  })
}

function offsetOfValue(document: Document, path: DataPath): number {
  const node = document.getIn(path, true)
  if (isNode(node)) return offsetOf(node)
  return path.length === 0 ? 0 : offsetOfValue(document, path.slice(0, -1))
}

function offsetOfKey(document: Document, path: DataPath): number {
  const parent = document.getIn(path.slice(0, -1), true)
  const key = isMap(parent)
    ? parent.items.map((pair) => pair.key).find((key) => isScalar(key) && key.value === path.at(-1))
    : null
  return isNode(key) ? offsetOf(key) : offsetOfValue(document, path)
}
