import type { FindingId } from '../postmortem/findings/ids.ts'
import { fingerprint } from './fingerprint.ts'
import type { Operation } from './types.ts'

/** The name of the check run, by which rules of a branch can require it. */
export const CHECK_NAME = 'Postmortem action items'

export type Conclusion = 'success' | 'neutral' | 'failure'

/** A remark on lines of a file of the pull request. */
export interface Annotation {
  path: string
  /** Counted from 1. */
  line: number
  endLine: number
  level: 'notice' | 'warning' | 'failure'
  title: string
  /** Plain text. */
  message: string
}

/** What a check run says. */
export interface Check {
  conclusion: Conclusion
  title: string
  /** Markdown. */
  summary: string
  annotations: Annotation[]
}

/** The app's check run on a commit. */
export interface CheckRun {
  id: number
  /** The app's own note in it; see `parseNote`. */
  note: string
  /** Null while not all annotations are written. */
  conclusion: Conclusion | null
  /** Those written so far: GitHub adds to them and takes none away. */
  annotations: Annotation[]
}

/** A check run to make, or to change where it has an id. */
export interface CheckToWrite {
  id: number | null
  headSha: string
  note: string
  /** Its annotations are those that are not there yet. */
  check: Check
}

/** What the app remembers in a check run: which pull request it is about, and a fingerprint of all that it says. */
export interface CheckNote {
  pullRequest: number
  content: string
}

export const formatNote = ({ pullRequest, content }: CheckNote): string => `${pullRequest} ${content}`

/** @returns null for a note that the app did not write */
export const parseNote = (note: string): CheckNote | null => {
  const [, number, content = ''] = /^(\d{1,9}) ([\da-f]*)$/.exec(note) ?? []
  return number === undefined ? null : { pullRequest: Number(number), content }
}

export interface CheckPlanInput {
  pullRequest: number
  /** The commit that the check run stands on: the pull request's head. */
  headSha: string
  check: Check
  existing: CheckRun | null
  /** Somebody asked for the check again: GitHub waits for an answer, even if it is the same. */
  wasAskedFor: boolean
}

/** The one write, or none, that makes the check run say what it should. */
export const planCheck = (input: CheckPlanInput): Operation[] => {
  const { pullRequest, headSha, check, existing, wasAskedFor } = input
  const note = formatNote({ pullRequest, content: fingerprint(JSON.stringify(check)) })
  const isThere = existing?.note === note && existing.conclusion !== null
  if (isThere && !wasAskedFor) return []
  const written = new Set(existing?.annotations.map(keyOf))
  const annotations = check.annotations.filter((annotation) => !written.has(keyOf(annotation)))
  return [
    {
      kind: 'write-check',
      id: existing?.id ?? null,
      headSha,
      note,
      check: { ...check, annotations },
      reason:
        existing === null ? 'first check of this commit' : wasAskedFor ? 'asked for again' : 'it says more',
    },
  ]
}

const keyOf = (annotation: Annotation): string => {
  const { path, line, endLine, level, title, message } = annotation
  return JSON.stringify([path, line, endLine, level, title, message])
}

/** Which findings fail the check, and which are advice. */
export const levelOf = (
  { id, severity }: { id: FindingId; severity: 'warning' | 'notice' },
  required: readonly FindingId[],
): Annotation['level'] => (required.includes(id) ? 'failure' : severity)
