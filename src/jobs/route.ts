import type { EmitterWebhookEvent } from '@octokit/webhooks'
import { configPath } from '../config/problem.ts'
import { parseNote } from '../plan/check.ts'
import { mayHoldCommand } from '../plan/command-hint.ts'
import { parseMarker, type Marker } from '../plan/marker.ts'
import type { Job, Look, PostmortemLook } from './job.ts'
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
 * @param options.botLogin the app's own login, `slug[bot]`; what it did itself hardly ever needs a look
 * @returns null where the event concerns no postmortem
 */
export const route = (event: RoutedEvent, { botLogin }: { botLogin: string }): Job | null => {
  const { installation, repository, sender } = event.payload
  if (installation === undefined || repository.owner === null) return null
  const look = sender?.login === botLogin ? lookOfOwnDeed(event, botLogin) : lookOf(event, botLogin)
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

/**
 * A sync knows what it did itself, but not which other postmortems link an issue that it closed or reopened.
 */
const lookOfOwnDeed = (event: RoutedEvent, botLogin: string): Look | null => {
  if (event.name !== 'issues' || !['closed', 'reopened'].includes(event.payload.action)) return null
  const look = lookOf(event, botLogin)
  return look?.kind === 'linked-issue' ? { ...look, own: null } : null
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
    comments?: number
  }
  repository: { id: number }
}

/** A job reads the comments of an issue that has any: the app's own ones name the postmortems that link it. */
const lookOfIssue = (
  { issue, repository }: IssuePayload,
  bodyBefore: string,
  botLogin: string,
): Look | null => {
  const isOwn = issue.user?.type === 'Bot' && issue.user.login === botLogin
  const marker = isOwn ? (parseMarker(issue.body ?? '') ?? parseMarker(bodyBefore)) : null
  if (marker?.kind === 'dashboard') return marker.repository === repository.id ? { kind: 'dashboard' } : null
  const own = lookOfMarker(marker, repository.id)
  const mayBeLinked = (!isOwn || marker?.kind === 'item') && (issue.comments ?? 0) > 0
  return mayBeLinked ? { kind: 'linked-issue', number: issue.number, own } : own
}

/**
 * A marker is believed only in an issue that the app itself opened: anyone can write one.
 * One that names a path of another repository was opened here for it, as configured, or moved here: the look is there.
 */
const lookOfMarker = (marker: Marker | null, here: number): PostmortemLook | null => {
  if (marker?.kind !== 'item' && marker?.kind !== 'tracking') return null
  const { repository, path } = marker
  return repository === here ? { kind: 'followed', path } : { kind: 'filed-here', repository, path }
}

/** The body before an edit, from which a person may have removed the marker. */
const bodyBefore = (payload: EventNamed<'issues'>['payload']): string =>
  payload.action === 'edited' ? (payload.changes.body?.from ?? '') : ''
