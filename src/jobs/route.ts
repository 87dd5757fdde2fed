import type { EmitterWebhookEvent } from '@octokit/webhooks'
import { configPath } from '../config/problem.ts'
import { parseNote } from '../plan/check.ts'
import { mayHoldCommand } from '../plan/command-hint.ts'
import { parseMarker } from '../plan/marker.ts'
import type { Job, Look } from './job.ts'
import { isMarkdown } from './paths.ts'

/** The events that can change a postmortem, the state of an action item, or what a check has to say. */
export const ROUTED_EVENTS = [
  'push',
  'pull_request.closed',
  'pull_request.opened',
  'pull_request.synchronize',
  'pull_request.reopened',
  'pull_request.ready_for_review',
  'pull_request.edited',
  'check_run.rerequested',
  'check_suite.rerequested',
  'issues.closed',
  'issues.reopened',
  'issues.edited',
  'issues.labeled',
  'issues.unlabeled',
  'issues.assigned',
  'issues.unassigned',
  'issues.deleted',
  'issues.transferred',
  'issue_comment.created',
] as const

export type RoutedEvent = EmitterWebhookEvent<(typeof ROUTED_EVENTS)[number]>

type EventNamed<Name extends RoutedEvent['name']> = Extract<RoutedEvent, { name: Name }>

/**
 * Decides where an event says to look.
 *
 * @param options.botLogin the app's own login, `slug[bot]`; what it did itself needs no look
 * @returns null where the event concerns no postmortem
 */
export const route = (event: RoutedEvent, { botLogin }: { botLogin: string }): Job | null => {
  const { installation, repository, sender } = event.payload
  if (installation === undefined || repository.owner === null || sender?.login === botLogin) return null
  const look = lookOf(event, botLogin)
  return (
    look && {
      installationId: installation.id,
      repository: { owner: repository.owner.login, repo: repository.name },
      look,
      delivery: event.id,
    }
  )
}

const lookOf = (event: RoutedEvent, botLogin: string): Look | null => {
  switch (event.name) {
    case 'push':
      return lookOfPush(event.payload)
    case 'pull_request':
      return lookOfPullRequest(event.payload)
    case 'check_run':
      return lookOfCheckRun(event.payload, botLogin)
    case 'check_suite':
      return { kind: 'preview-commit', sha: event.payload.check_suite.head_sha }
    case 'issues':
      return lookOfIssue(event.payload, bodyBefore(event.payload), botLogin)
    case 'issue_comment':
      return lookOfComment(event.payload)
  }
}

/** A renamed file is listed as removed and as added. */
const lookOfPush = ({ ref, repository, commits }: EventNamed<'push'>['payload']): Look | null => {
  if (ref !== `refs/heads/${repository.default_branch}`) return null
  const changed = commits.flatMap(({ added = [], modified = [], removed = [] }) => [
    ...added,
    ...modified,
    ...removed,
  ])
  const paths = [...new Set(changed.filter(isMarkdown))].sort()
  if (changed.includes(configPath)) return { kind: 'configuration', paths }
  return paths.length > 0 ? { kind: 'paths', paths } : null
}

const lookOfPullRequest = (payload: EventNamed<'pull_request'>['payload']): Look | null => {
  const { pull_request: pullRequest, repository, action } = payload
  const { number } = pullRequest
  if (action !== 'closed') {
    // Of all edits only that of the base branch changes what merging does.
    const changesNothing = action === 'edited' && payload.changes.base === undefined
    return changesNothing ? null : { kind: 'preview', number, wasAskedFor: false }
  }
  const isMerged = pullRequest.merged_at !== null && pullRequest.base.ref === repository.default_branch
  return isMerged ? { kind: 'pull-request', number } : null
}

/** The run itself says which pull request it is about: GitHub does not, where that comes from a fork. */
const lookOfCheckRun = (
  { check_run: run }: EventNamed<'check_run'>['payload'],
  botLogin: string,
): Look | null => {
  const note = `${run.app?.slug ?? ''}[bot]` === botLogin ? parseNote(run.external_id) : null
  return note && { kind: 'preview', number: note.pullRequest, wasAskedFor: true }
}

/** Only people give commands, and only in comments that look like it; who may is asked when the job runs. */
const lookOfComment = ({ comment, issue }: EventNamed<'issue_comment'>['payload']): Look | null => {
  if (comment.user?.type === 'Bot' || !mayHoldCommand(comment.body)) return null
  const isPullRequest = issue.pull_request !== undefined
  return { kind: 'command', comment: comment.id, number: issue.number, isPullRequest }
}

/** The fields that are read of an `issues` event, alike for all its actions. */
interface IssuePayload {
  issue: {
    number: number
    body: string | null
    user: { login: string; type?: string } | null
    labels?: unknown[]
    comments?: number
  }
  repository: { id: number }
}

/**
 * A marker is believed only in an issue that the app itself opened: anyone can write one.
 * One that names a path of another repository was opened here for it, as configured, or moved here: the look is there.
 *
 * @param bodyBefore the body before this event, from which a person may have removed the marker
 */
const lookOfIssue = (
  { issue, repository }: IssuePayload,
  bodyBefore: string,
  botLogin: string,
): Look | null => {
  if (issue.user?.type === 'Bot' && issue.user.login === botLogin) {
    const marker = parseMarker(issue.body ?? '') ?? parseMarker(bodyBefore)
    if (marker === null || !('repository' in marker)) return null
    const isOfHere = marker.repository === repository.id
    if (marker.kind === 'dashboard') return isOfHere ? { kind: 'dashboard' } : null
    const { path } = marker
    return isOfHere
      ? { kind: 'paths', paths: [path] }
      : { kind: 'filed-here', repository: marker.repository, path }
  }
  return mayBeAdopted(issue) ? { kind: 'adopted-issue', number: issue.number } : null
}

/**
 * An issue that was adopted carries a label and a comment of ours. What that label is called stands in the
 * configuration, which is not read for every event; the job reads the comments.
 */
const mayBeAdopted = ({ labels = [], comments = 0 }: IssuePayload['issue']): boolean =>
  labels.length > 0 && comments > 0

const bodyBefore = (payload: EventNamed<'issues'>['payload']): string =>
  payload.action === 'edited' ? (payload.changes.body?.from ?? '') : ''
