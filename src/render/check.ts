import type { ConfigProblem } from '../config/problem.ts'
import { configPath } from '../config/problem.ts'
import type { Annotation, Check, Conclusion } from '../plan/check.ts'
import { levelOf } from '../plan/check.ts'
import type { Effect, FilePreview } from '../plan/preview.ts'
import type { FindingId } from '../postmortem/findings/ids.ts'
import { findingIds } from '../postmortem/findings/ids.ts'
import { singleLine, truncate } from './clean.ts'
import { filePreview } from './check-file.ts'
import { firstFitting } from './fitting.ts'
import { configurationProblems } from './notices.ts'
import { counted, listed } from './words.ts'

/** What a check run's summary may hold: GitHub's limit is 65,535 characters. */
const room = 60_000

export interface PreviewCheckInput {
  effect: Effect
  files: FilePreview[]
  /** Findings that fail the check. */
  required: readonly FindingId[]
  /** How many postmortems of the pull request were not looked at. */
  unread?: number
}

/** GitHub takes 50 in a request, and what is over this is in nobody's mind when it is read. */
const mostAnnotations = 1000

/** The check of a pull request that can be merged as far as the app is concerned: what merging does, and what to consider. */
export function previewCheck({ effect, files, required, unread = 0 }: PreviewCheckInput): Check {
  const ids = files.flatMap(({ findings }) => findings.map(({ id }) => id))
  const failing = ids.filter((id) => required.includes(id))
  const hasRemarks = ids.length > 0 || unread > 0 || files.some(({ problems }) => problems.length > 0)
  const isUnproven = unread > 0 && required.length > 0
  const conclusion = failing.length > 0 || isUnproven ? 'failure' : hasRemarks ? 'neutral' : 'success'
  const sections = files.map((file) => filePreview(file, required))
  const shown = firstFitting(sections, room, (section) => section)
  const left = sections.length - shown.length
  return {
    conclusion,
    title: [effectWords(effect), remarks(failing)].filter((part) => part !== '').join('; '),
    summary: [
      `**${effectWords(effect)}.**${ids.length > 0 ? ` ${remarks(ids)}.` : ''}`,
      requirement(failing),
      unread > 0
        ? `The pull request changes ${counted(unread, 'more postmortem')}, too many for one check: propose them in several.`
        : '',
      ...shown,
      left > 0 ? `And ${counted(left, 'more postmortem')}, for which there is no room here.` : '',
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    annotations: mostImportant(files.flatMap((file) => annotationsOf(file, required))),
  }
}

/** `2 issues will be opened, 1 updated`. */
export function effectWords({ opened, updated, closed, reopened }: Effect): string {
  const parts = [
    { count: opened, word: 'opened' },
    { count: updated, word: 'updated' },
    { count: closed, word: 'closed' },
    { count: reopened, word: 'reopened' },
  ].filter(({ count }) => count > 0)
  const [first, ...rest] = parts
  if (first === undefined) return 'No issue will be opened or changed'
  const more = rest.map(({ count, word }) => `${count} ${word}`)
  return [`${counted(first.count, 'issue')} will be ${first.word}`, ...more].join(', ')
}

const remarkWords: Record<FindingId, [one: string, many: string]> = {
  'no-owner': ['has no owner', 'have no owner'],
  'no-due-date': ['has no due date', 'have no due date'],
  vague: ['is vague', 'are vague'],
  'relies-on-people': ['relies on people being careful', 'rely on people being careful'],
  'several-tasks': ['asks for several things', 'ask for several things'],
  'no-prevention': [
    'postmortem has no item that prevents a recurrence',
    'postmortems have no item that prevents a recurrence',
  ],
  'no-high-priority': [
    'postmortem has no item of high priority',
    'postmortems have no item of high priority',
  ],
  recurrence: ['is still open from another postmortem', 'are still open from other postmortems'],
  'no-action-items': ['postmortem has no action items', 'postmortems have no action items'],
}

/** `2 have no owner, 3 have no due date` */
function remarks(ids: FindingId[]): string {
  const parts = findingIds.flatMap((id) => {
    const count = ids.filter((each) => each === id).length
    return count === 0 ? [] : [`${count} ${remarkWords[id][count === 1 ? 0 : 1]}`]
  })
  return parts.join(', ')
}

function requirement(ids: FindingId[]): string {
  const names = [...new Set(ids)].map((id) => `\`${id}\``)
  return names.length === 0
    ? ''
    : `The configuration of this repository requires that ${names.length === 1 ? 'this is' : 'these are'} mended before merging: ${listed(names)}.`
}

/** All annotations where there is room for them, else those that fail the check before others. */
function mostImportant(annotations: Annotation[]): Annotation[] {
  if (annotations.length <= mostAnnotations) return annotations
  const failing = annotations.filter(({ level }) => level === 'failure')
  const others = annotations.filter(({ level }) => level !== 'failure')
  return [...failing, ...others].slice(0, mostAnnotations)
}

function annotationsOf({ path, findings }: FilePreview, required: readonly FindingId[]): Annotation[] {
  return findings.map((finding) => ({
    path,
    line: finding.line,
    endLine: finding.endLine,
    level: levelOf(finding, required),
    title: finding.id,
    message: finding.message,
  }))
}

/**
 * The check where the configuration cannot be used.
 *
 * @param isChangedHere whether the pull request changes the repository's file, so that its lines can be annotated
 */
export function configurationCheck(problems: ConfigProblem[], isChangedHere: boolean): Check {
  const [lead = '', ...sentences] = configurationProblems(problems)
  const here = isChangedHere ? problems.filter(({ file }) => file === 'repository') : []
  return {
    conclusion: 'failure',
    title: `The configuration has ${counted(problems.length, 'mistake')}`,
    summary: [
      lead,
      firstFitting(sentences, room, (text) => text)
        .map((text) => `- ${text}`)
        .join('\n'),
    ].join('\n\n'),
    annotations: here.map(({ line, message, expected }) => ({
      path: configPath,
      line,
      endLine: line,
      level: 'failure',
      title: 'Configuration',
      message: `${plain(message)}. Expected ${plain(expected)}.`,
    })),
  }
}

/** Annotations are shown as plain text. GitHub refuses the whole check where one is longer than 64 KB. */
const plain = (text: string): string => truncate(singleLine(text), 500)

/** The check where there is nothing to say: a configuration that is in order, or what was said before holds no more. */
export const plainCheck = (title: string, summary: string, conclusion: Conclusion = 'success'): Check => ({
  conclusion,
  title,
  summary,
  annotations: [],
})

/**
 * The check where the app itself failed: it blocks nobody.
 *
 * @param delivery GitHub's id of the delivery, by which the log is searched
 */
export const failedCheck = (delivery: string): Check =>
  plainCheck(
    'The check could not be made',
    'This is a fault of Followthrough or of GitHub, not of the pull request, and blocks nothing. It is tried again by itself. ' +
      `If it stays, whoever runs the app finds the reason in the log under the delivery \`${delivery.replaceAll('`', '')}\`.`,
    'neutral',
  )
