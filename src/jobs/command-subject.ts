import { withoutRecord } from '../plan/block.ts'
import { parseMarker, type ItemMarker, type TrackingMarker } from '../plan/marker.ts'
import { sameRepository } from '../plan/references.ts'
import type { Issue, Operation, RepositoryName } from '../plan/types.ts'
import type { Deps } from './deps.ts'
import type { Look } from './job.ts'
import { isMarkdown } from './paths.ts'
import { syncPaths } from './sync.ts'

type CommandLook = Extract<Look, { kind: 'command' }>

/** Where a command was given. */
export type Subject =
  | { kind: 'pull-request'; number: number }
  | { kind: 'item'; issue: Issue; marker: ItemMarker }
  /** The issue that carries the status of a postmortem without a pull request. */
  | { kind: 'tracking'; issue: Issue; marker: TrackingMarker }
  /** An issue of people that an action item links. */
  | { kind: 'adopted'; number: number }

/** @returns null for an issue that the app has nothing to do with */
export const subjectOf = async (
  repository: RepositoryName,
  { number, isPullRequest }: Pick<CommandLook, 'number' | 'isPullRequest'>,
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
  return marker?.kind === 'tracking' ? { kind: 'tracking', issue, marker } : null
}

/** Syncs what the subject is about. The paths of a pull request are read anew: its status may never have been written. */
export const syncSubject = async (
  subject: Subject,
  repository: RepositoryName,
  deps: Deps,
): Promise<Operation[]> => {
  switch (subject.kind) {
    case 'pull-request': {
      const paths = await deps.github.pullRequestPaths(repository, subject.number)
      return syncPaths(repository, paths.filter(isMarkdown), null, deps)
    }
    case 'item':
    case 'tracking':
      return syncFrom(subject.marker, repository, deps)
    case 'adopted':
      return []
  }
}

/** Syncs the postmortem that a record names. One of another repository is looked at in its own turn. */
export const syncFrom = async (
  { repository: id, path }: ItemMarker | TrackingMarker,
  repository: RepositoryName,
  deps: Deps,
): Promise<Operation[]> => {
  const owner = await deps.github.repositoryName(id)
  if (owner !== null && sameRepository(owner, repository)) return syncPaths(repository, [path], null, deps)
  if (owner !== null) await deps.enqueue(owner, { kind: 'paths', paths: [path] })
  return []
}

/** The statuses that a subject shows, or that show it. */
export const statusesOf = async (
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
