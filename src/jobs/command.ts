import { parseConfig } from '../config/parse.ts'
import { replaceRecord, withoutRecord } from '../plan/block.ts'
import { readCommands, type Command } from '../plan/commands.ts'
import { formatMarker, parseMarker, type ItemMarker } from '../plan/marker.ts'
import { sameRepository } from '../plan/references.ts'
import type { Issue, Operation, RepositoryName } from '../plan/types.ts'
import type { IsoDate } from '../postmortem/types.ts'
import { parseDue } from '../postmortem/fields/index.ts'
import {
  configurationFirst,
  dueBelongsOnIssues,
  dueStandsInPostmortem,
  noPostmortemHere,
  noSuchCommand,
  noSuchDate,
  statusAnswer,
} from '../render/command.ts'
import { apply } from './apply.ts'
import type { Deps } from './deps.ts'
import type { Look } from './job.ts'
import { isMarkdown } from './paths.ts'
import { syncPaths } from './sync.ts'
import { today } from './today.ts'

type CommandLook = Extract<Look, { kind: 'command' }>

/** Where a command was given. */
type Subject =
  | { kind: 'pull-request'; number: number }
  | { kind: 'item'; issue: Issue; marker: ItemMarker }
  /** The issue that carries the status of a postmortem without a pull request. */
  | { kind: 'tracking'; issue: Issue; path: string }
  /** An issue of people that an action item links. */
  | { kind: 'adopted'; number: number }

/** What came of one command: writes, and the answer in words where a reaction is not enough. */
interface Outcome {
  operations: Operation[]
  answer: { text: string; isComplaint: boolean } | null
}

/**
 * Does what a person asks for in a comment, and says so by a reaction or a comment. Only those who may write to the
 * repository are heard; for everybody else the comment is one like any other. Done once, also where the event comes
 * again.
 */
export const obey = async (
  repository: RepositoryName,
  look: CommandLook,
  deps: Deps,
): Promise<Operation[]> => {
  const { github } = deps
  const comment = await github.comment(repository, look.comment)
  if (comment === null || comment.isByBot) return []
  const commands = readCommands(comment.body)
  if (commands.length === 0) return []
  if (!(await github.canWrite(repository, comment.author))) return []
  if (await github.hasReacted(repository, look.comment)) return []
  const subject = await subjectOf(repository, look, deps)
  if (subject === null) return []

  const outcomes: Outcome[] = []
  for (const command of commands.filter((each) => concerns(each, subject))) {
    outcomes.push(await obeyOne(command, subject, repository, deps))
  }
  if (outcomes.length === 0) return []
  const operations = outcomes.flatMap((outcome) => outcome.operations)
  const answers = outcomes.flatMap(({ answer }) => answer ?? [])
  operations.push(...(await answerOnce(answers.map(({ text }) => text).join('\n\n'), repository, look, deps)))
  const isWrong = answers.some(({ isComplaint }) => isComplaint)
  await github.react(repository, look.comment, isWrong ? 'confused' : '+1')
  return operations
}

const subjectOf = async (
  repository: RepositoryName,
  { number, isPullRequest }: CommandLook,
  { github }: Deps,
): Promise<Subject | null> => {
  if (isPullRequest) return { kind: 'pull-request', number }
  const issue = await github.ownIssue(repository, number)
  if (issue === null) {
    const comments = await github.ownComments(repository, number)
    const isAdopted = comments.some(({ body }) => parseMarker(body)?.kind === 'once')
    return isAdopted ? { kind: 'adopted', number } : null
  }
  const marker = parseMarker(issue.body)
  if (marker?.kind === 'item') return { kind: 'item', issue, marker }
  return marker?.kind === 'tracking' ? { kind: 'tracking', issue, path: marker.path } : null
}

/** `/due` is a word of other apps, too: where no action item is, it is left to them. */
const concerns = ({ kind }: Command, subject: Subject): boolean =>
  kind !== 'due' || subject.kind !== 'pull-request'

const obeyOne = async (
  command: Command,
  subject: Subject,
  repository: RepositoryName,
  deps: Deps,
): Promise<Outcome> => {
  switch (command.kind) {
    case 'due':
      return setDue(command.words, subject, repository, deps)
    case 'sync':
    case 'status': {
      const operations = await sync(subject, repository, deps)
      const statuses = await statusesOf(subject, repository, deps)
      if (statuses.length === 0) return { ...complaint(noPostmortemHere), operations }
      const isAsked = command.kind === 'status'
      return { operations, answer: isAsked ? { text: statusAnswer(statuses), isComplaint: false } : null }
    }
    case 'unknown':
      return complaint(noSuchCommand(command.words))
  }
}

const complaint = (text: string): Outcome => ({ operations: [], answer: { text, isComplaint: true } })

/** Syncs what the subject is about. The paths of a pull request are read anew: its status may never have been written. */
const sync = async (subject: Subject, repository: RepositoryName, deps: Deps): Promise<Operation[]> => {
  switch (subject.kind) {
    case 'pull-request': {
      const paths = await deps.github.pullRequestPaths(repository, subject.number)
      return syncPaths(repository, paths.filter(isMarkdown), null, deps)
    }
    case 'item':
      return syncItem(subject.marker, repository, deps)
    case 'tracking':
      return syncPaths(repository, [subject.path], null, deps)
    case 'adopted':
      return []
  }
}

/** An item's postmortem can be in another repository: there it is looked at in its own turn. */
const syncItem = async (
  { repository: id, path }: ItemMarker,
  repository: RepositoryName,
  deps: Deps,
): Promise<Operation[]> => {
  const owner = await deps.github.repositoryName(id)
  if (owner !== null && sameRepository(owner, repository)) return syncPaths(repository, [path], null, deps)
  if (owner !== null) await deps.enqueue(owner, { kind: 'paths', paths: [path] })
  return []
}

/** The statuses that a subject shows, or that show it. */
const statusesOf = async (
  subject: Subject,
  repository: RepositoryName,
  { github }: Deps,
): Promise<{ text: string; url: string }[]> => {
  if (subject.kind === 'tracking') {
    const issue = await github.ownIssue(repository, subject.issue.number)
    return issue === null ? [] : [{ text: withoutRecord(issue.body), url: issue.url }]
  }
  const number = subject.kind === 'item' ? subject.marker.pullRequest : subject.number
  if (number === null) return []
  const comments = await github.ownComments(repository, number)
  return comments.flatMap(({ body, url }) => {
    const marker = parseMarker(body)
    const isShown =
      marker?.kind === 'status' && (subject.kind !== 'item' || marker.path === subject.marker.path)
    return isShown ? [{ text: withoutRecord(body), url }] : []
  })
}

/** Writes the date into the issue's record, which wins over the document until that says something else. */
const setDue = async (
  words: string,
  subject: Subject,
  repository: RepositoryName,
  deps: Deps,
): Promise<Outcome> => {
  if (subject.kind === 'adopted') return complaint(dueStandsInPostmortem)
  if (subject.kind !== 'item') return complaint(dueBelongsOnIssues)
  const due = readDate(words, today(deps.clock))
  if (due === undefined) return complaint(noSuchDate(words))
  const { config } = await deps.github.snapshot(repository, [])
  if (!parseConfig(config).ok) return complaint(configurationFirst)
  const { issue, marker } = subject
  const record: ItemMarker = { ...marker, due, dueBy: 'command' }
  const update: Operation = {
    kind: 'update-issue',
    number: issue.number,
    changes: { body: replaceRecord(issue.body, record) },
    reason: 'due date set by command',
  }
  const isNew = marker.due !== due || marker.dueBy !== 'command'
  const written = isNew ? [update] : []
  await apply(written, repository, deps)
  return {
    operations: [...written, ...(await syncItem(marker, repository, deps))],
    answer: null,
  }
}

/** @returns null for no due date, undefined for words that name none */
const readDate = (words: string, reference: IsoDate): IsoDate | null | undefined =>
  /^none[.!]?$/i.test(words) ? null : (parseDue(words, reference).due ?? undefined)

/** Answers in a comment, unless an earlier attempt did. */
const answerOnce = async (
  text: string,
  repository: RepositoryName,
  { number, comment }: CommandLook,
  deps: Deps,
): Promise<Operation[]> => {
  if (text === '') return []
  const comments = await deps.github.ownComments(repository, number)
  const isAnswered = comments.some(({ body }) => {
    const marker = parseMarker(body)
    return marker?.kind === 'answer' && marker.comment === comment
  })
  if (isAnswered) return []
  const body = `${formatMarker({ kind: 'answer', comment })}\n${text}`
  const operations: Operation[] = [{ kind: 'create-comment', number, body, reason: 'answer to a command' }]
  await apply(operations, repository, deps)
  return operations
}
