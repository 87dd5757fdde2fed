import { readCommands, type Command } from '../plan/commands.ts'
import { formatMarker, parseMarker } from '../plan/marker.ts'
import type { Operation, RepositoryName } from '../plan/types.ts'
import { noPostmortemHere, noSuchCommand, statusAnswer } from '../render/command.ts'
import { apply } from './apply.ts'
import { setDue } from './command-due.ts'
import { complaint, type Outcome } from './command-outcome.ts'
import { statusesOf, subjectOf, syncSubject, type Subject } from './command-subject.ts'
import type { Deps } from './deps.ts'
import { ClosedConversationError } from './errors.ts'
import type { Look } from './job.ts'

type CommandLook = Extract<Look, { kind: 'command' }>

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
  try {
    operations.push(
      ...(await answerOnce(answers.map(({ text }) => text).join('\n\n'), repository, look, deps)),
    )
    const isWrong = answers.some(({ isComplaint }) => isComplaint)
    await github.react(repository, look.comment, isWrong ? 'confused' : '+1')
  } catch (error) {
    if (!(error instanceof ClosedConversationError)) throw error
    deps.log.warn({ number: look.number }, `A command cannot be answered: ${error.message}`)
  }
  return operations
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
      return bringUpToDate(subject, repository, deps)
    case 'status': {
      const operations = await syncSubject(subject, repository, deps)
      const statuses = await statusesOf(subject, repository, deps)
      const answer = { text: statusAnswer(statuses), isComplaint: false }
      return statuses.length === 0 ? { ...complaint(noPostmortemHere), operations } : { operations, answer }
    }
    case 'unknown':
      return complaint(noSuchCommand(command.words))
  }
}

const bringUpToDate = async (subject: Subject, repository: RepositoryName, deps: Deps): Promise<Outcome> => {
  const operations = await syncSubject(subject, repository, deps)
  const isFollowed =
    subject.kind === 'item' ||
    subject.kind === 'tracking' ||
    (await statusesOf(subject, repository, deps)).length > 0
  return isFollowed ? { operations, answer: null } : { ...complaint(noPostmortemHere), operations }
}

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
