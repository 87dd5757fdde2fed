import { withoutRecord } from '../plan/block.ts'
import { parseMarker, type ItemMarker, type StatusMarker, type TrackingMarker } from '../plan/marker.ts'
import type { Issue, Operation, RepositoryName } from '../plan/types.ts'
import type { Deps } from './deps.ts'
import type { Look } from './job.ts'
import { lookAtPostmortem } from './look-at-postmortem.ts'
import { isMarkdown } from './paths.ts'
import type { Comment } from './ports.ts'
import { syncFollowed } from './sync.ts'
import { World } from './world.ts'

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
      const { github } = deps
      const changed = await github.pullRequestPaths(repository, subject.number)
      const followed = (await statusesOn(repository, subject.number, deps)).map(({ marker }) => marker.path)
      return syncFollowed(repository, followed, deps, changed.filter(isMarkdown))
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
): Promise<Operation[]> => lookAtPostmortem(await deps.github.repositoryName(id), path, repository, deps)

/** A status as it is written, and where. */
interface ShownStatus {
  text: string
  url: string
}

/** The statuses that a subject shows, or that show it. */
export const statusesOf = async (
  subject: Subject,
  repository: RepositoryName,
  deps: Deps,
): Promise<ShownStatus[]> => {
  switch (subject.kind) {
    case 'pull-request':
      return statusComments(repository, subject.number, deps)
    case 'tracking': {
      const issue = await deps.github.ownIssue(repository, subject.issue.number)
      return issue === null ? [] : [statusIn(issue)]
    }
    case 'item':
      return statusOfItem(subject.marker, repository, deps)
    case 'adopted':
      return []
  }
}

/** On the pull request of the postmortem, which can be in another repository, else in the tracking issue beside the item. */
const statusOfItem = async (
  { repository: id, path, pullRequest }: ItemMarker,
  repository: RepositoryName,
  deps: Deps,
): Promise<ShownStatus[]> => {
  const owner = pullRequest === null ? null : await deps.github.repositoryName(id)
  if (owner !== null && pullRequest !== null) {
    const inComments = await statusComments(owner, pullRequest, deps, path)
    if (inComments.length > 0) return inComments
  }
  const world = new World(await deps.github.ownIssues(repository))
  const tracking = world.trackingIssueOf(id, path)
  return tracking ? [statusIn(tracking)] : []
}

/** @param path of the one postmortem that is asked about; all of the pull request without it */
const statusComments = async (
  repository: RepositoryName,
  pullRequest: number,
  { github }: Pick<Deps, 'github'>,
  path?: string,
): Promise<ShownStatus[]> =>
  (await statusesOn(repository, pullRequest, { github })).flatMap(({ comment, marker }) =>
    path === undefined || marker.path === path ? [statusIn(comment)] : [],
  )

const statusesOn = async (
  repository: RepositoryName,
  pullRequest: number,
  { github }: Pick<Deps, 'github'>,
): Promise<{ comment: Comment; marker: StatusMarker }[]> =>
  (await github.ownComments(repository, pullRequest)).flatMap((comment) => {
    const marker = parseMarker(comment.body)
    return marker?.kind === 'status' ? [{ comment, marker }] : []
  })

const statusIn = ({ body, url }: { body: string; url: string }): ShownStatus => ({
  text: withoutRecord(body),
  url,
})
