import type { Operation } from './types.ts'

export interface LabelStyle {
  /** Six hexadecimal digits, as GitHub takes them. */
  color: string
  description: string
}

/** The labels that operations put on issues, each once. */
export const labelsUsed = (operations: Operation[]): string[] => {
  const names = operations.flatMap((operation) =>
    operation.kind === 'create-issue' || operation.kind === 'add-labels' ? operation.labels : [],
  )
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

/** Labels that are used but not known; names are compared without regard to case, as GitHub does. */
export const missingLabels = (used: string[], known: Iterable<string>): string[] => {
  const existing = new Set([...known].map((name) => name.toLowerCase()))
  return used.filter((name) => !existing.has(name.toLowerCase()))
}

/**
 * The creation of labels that do not exist. GitHub would create them on use, but grey and without
 * a description.
 */
export const planLabels = (missing: string[], styleOf: (name: string) => LabelStyle): Operation[] =>
  missing.map((name) => ({
    kind: 'create-label',
    name,
    ...styleOf(name),
    reason: 'label does not exist yet',
  }))
