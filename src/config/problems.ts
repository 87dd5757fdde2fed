import { closestMatch } from 'leven'
import type { z } from 'zod'
import type { ConfigFile, ConfigProblem } from './problem.ts'
import { defaultConfig } from './schema.ts'
import type { DataPath, YamlData } from './yaml.ts'

/** Of a kind, per file. Nobody mends more at once, and no comment has room for more. */
export const mostProblems = 100

/** How much of a wrong value a message quotes. */
const longestQuote = 60

/**
 * Says what the schema found in a file, where it stands and what to write instead.
 *
 * @param issue whose message completes "Expected …", as all texts of the schema do
 * @returns one problem; for unknown keys, one for each
 */
export function problemsOf(issue: z.core.$ZodIssue, yaml: YamlData, file: ConfigFile): ConfigProblem[] {
  const specific = mostSpecific(issue)
  const path = specific.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (specific.code === 'unrecognized_keys') {
    return specific.keys.slice(0, mostProblems).map((key) => unknownKey([...path, key], yaml, file))
  }
  const subject = path.length === 0 ? 'the file' : dotted(path)
  return [
    {
      file,
      ...yaml.positionOf(path),
      key: dotted(path),
      message: `${subject} is ${quoted(valueAt(yaml.data, path))}`,
      expected: specific.message,
    },
  ]
}

/** Of the alternatives of a union, the one that the value fits best: whose fault lies deepest. */
function mostSpecific(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().find(({ path }) => path.length > 0)
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] }
}

function unknownKey(path: DataPath, yaml: YamlData, file: ConfigFile): ConfigProblem {
  const known = Object.keys(valueAt(defaultConfig, path.slice(0, -1)) ?? {})
  const key = String(path.at(-1))
  const nearest = closestMatch(key, known, { maxDistance: Math.min(3, Math.floor(key.length / 2)) })
  const suggestion = nearest === undefined ? '' : ` (did you mean ${nearest}?)`
  return {
    file,
    ...yaml.positionOfKey(path),
    key: dotted(path),
    message: `${shortened(dotted(path))} is not a known key${suggestion}`,
    expected: `one of ${known.join(', ')}`,
  }
}

function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
    data,
  )
}

/** `postmortems[1]`, `due.priorities.P1`. */
function dotted(path: DataPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}

function quoted(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return shortened(JSON.stringify(value))
}

function shortened(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`
}
