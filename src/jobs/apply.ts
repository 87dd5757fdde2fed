import { parseMarker } from '../plan/marker.ts'
import type { Issue, Operation, RepositoryName } from '../plan/types.ts'
import {
  ClosedConversationError,
  NotFoundError,
  PermanentError,
  PermissionError,
  RetryableError,
} from './errors.ts'
import type { Deps } from './deps.ts'

/**
 * Carries out operations one after another, in order.
 *
 * @param home the repository where issues go
 * @param onIssue receives each issue that GitHub answered with
 * @throws RetryableError where GitHub failed: the whole job is tried again, and its sync finds out
 *   what was done. PermanentError where a person has to change something first.
 */
export const apply = async (
  operations: Operation[],
  home: RepositoryName,
  { github, log }: Pick<Deps, 'github' | 'log'>,
  onIssue: (issue: Issue) => void = () => undefined,
): Promise<void> => {
  for (const operation of operations) {
    log.info(summaryOf(operation), operation.reason)
    try {
      const issue = await applyOne(operation, home, github)
      if (issue) onIssue(issue)
    } catch (error) {
      if (!canBePassedOver(operation, error)) throw staleReading(operation, error)
      log.warn(
        { ...summaryOf(operation), err: error },
        'left out: GitHub refuses it, and nothing depends on it',
      )
    }
  }
}

const applyOne = async (
  operation: Operation,
  home: RepositoryName,
  github: Deps['github'],
): Promise<Issue | undefined> => {
  switch (operation.kind) {
    case 'create-label':
      await github.createLabel(home, operation)
      return undefined
    case 'create-issue':
      return github.createIssue(home, operation)
    case 'update-issue':
      return github.updateIssue(home, operation.number, operation.changes)
    case 'add-labels':
      await github.addLabels(operation.repository ?? home, operation.number, operation.labels)
      return undefined
    case 'remove-label':
      await github.removeLabel(home, operation.number, operation.label)
      return undefined
    case 'comment-once': {
      const repository = operation.repository ?? home
      const comments = await github.ownComments(repository, operation.number)
      const written = comments.some(({ body }) => {
        const marker = parseMarker(body)
        return marker?.kind === 'once' && marker.key === operation.key
      })
      if (!written) await github.createComment(repository, operation.number, operation.body)
      return undefined
    }
    case 'create-comment':
      await github.createComment(home, operation.number, operation.body)
      return undefined
    case 'update-comment':
      await github.updateComment(home, operation.id, operation.body)
      return undefined
    case 'delete-comment':
      await github.deleteComment(home, operation.id)
      return undefined
    case 'revise':
      await github.revise(operation.revisions)
      return undefined
    case 'write-check':
      await github.writeCheck(home, operation)
      return undefined
  }
}

/**
 * Writes that are a courtesy: to an issue of other people, which the app may read but perhaps not write to, to
 * comments that are no longer of use, and a word on an issue that people locked.
 */
const canBePassedOver = (operation: Operation, error: unknown): boolean => {
  if (operation.kind === 'delete-comment') return error instanceof NotFoundError
  if (operation.kind === 'revise') return error instanceof PermanentError
  if (operation.kind === 'comment-once' && error instanceof ClosedConversationError) return true
  return 'repository' in operation && error instanceof PermissionError
}

/**
 * What was listed a moment ago and is not found now was deleted, or GitHub stumbled. Reading again tells which,
 * while going on would take one for the other.
 */
const staleReading = (operation: Operation, error: unknown): unknown =>
  error instanceof NotFoundError && operation.kind !== 'create-issue' && operation.kind !== 'create-comment'
    ? new RetryableError('Something that was listed is not found any more.', { cause: error })
    : error

/** What a log line may hold of an operation: no text of the postmortem. */
const summaryOf = (operation: Operation): Record<string, unknown> => ({
  operation: operation.kind,
  ...('number' in operation ? { number: operation.number } : {}),
})
