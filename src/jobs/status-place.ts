import { filedAs } from '../plan/filed.ts'
import { parseMarker, type StatusMarker, type TrackingMarker } from '../plan/marker.ts'
import type { StatusPlace } from '../plan/status-comment.ts'
import type { TrackedIssue } from '../plan/types.ts'
import { RetryableError } from './errors.ts'
import type { FileHistory } from './ports.ts'
import { formerPaths, isGone } from './rename.ts'
import type { SyncContext } from './sync.ts'

/** For so long GitHub may not know yet that a commit came by a pull request. */
const SETTLING_SECONDS = 60

export interface FoundPlace {
  place: StatusPlace
  /** What the status remembers; null where none was written yet. */
  record: StatusMarker | TrackingMarker | null
}

/** Where the status of a postmortem is, and the path under which its issues may stand still. */
export interface KnownPostmortem extends FoundPlace {
  knownAs: string
}

/**
 * Finds where the status of a postmortem is shown: in a comment on the pull request that brought it,
 * else in a tracking issue of its own.
 *
 * @param knownAs the path that it had before a rename, as its content tells; else its path
 * @throws RetryableError for a fresh commit whose pull request GitHub does not tell yet
 */
export const findStatusPlace = async (
  path: string,
  knownAs: string,
  context: SyncContext,
): Promise<KnownPostmortem> => {
  const paths = [...new Set([path, knownAs])]
  const found = inTrackingIssue(paths, context) ?? (await onOwnPullRequest(paths, context))
  const isKnown = found.record !== null || issuesOf(paths, context).length > 0
  return isKnown ? { ...found, knownAs } : ((await underFormerPath(path, context)) ?? { ...found, knownAs })
}

const inTrackingIssue = (paths: string[], context: SyncContext): FoundPlace | null => {
  const existing = context.world.trackingIssueOf(belongsTo(paths, context))
  return existing && { place: { kind: 'issue', existing }, record: existing.marker }
}

const onOwnPullRequest = (paths: string[], context: SyncContext): Promise<FoundPlace> =>
  onPullRequest(pullRequestOf(paths, context), paths, context)

/** @param pullRequest null where there is none */
const onPullRequest = async (
  pullRequest: number | null,
  paths: string[],
  context: SyncContext,
): Promise<FoundPlace> => {
  const { snapshot, config, deps } = context
  if (pullRequest === null || config.tracking === 'issue')
    return { place: { kind: 'issue', existing: null }, record: null }
  const belongs = belongsTo(paths, context)
  for (const { id, body } of await deps.github.ownComments(snapshot.name, pullRequest)) {
    const marker = parseMarker(body)
    if (marker?.kind === 'status' && belongs(marker)) {
      return { place: { kind: 'comment', pullRequest, existing: { id, body } }, record: marker }
    }
  }
  return { place: { kind: 'comment', pullRequest, existing: null }, record: null }
}

/**
 * A postmortem that was renamed, and whose issues were deleted or tell nothing of what it lists, is known only by the
 * path that it had before: without what its status remembers, everything would be filed again.
 */
const underFormerPath = async (path: string, context: SyncContext): Promise<KnownPostmortem | null> => {
  const file = context.snapshot.files.get(path)
  if (file === undefined || file.kind === 'absent' || isBroughtNow(file.history, context)) return null
  const paths = [path]
  for await (const former of formerPaths(path, file.history, context)) {
    if (await isGone(former.path, context)) paths.push(former.path)
    const found =
      inTrackingIssue(paths, context) ??
      (issuesOf(paths, context).length > 0
        ? await onOwnPullRequest(paths, context)
        : await onPullRequest(former.history.broughtBy, paths, context))
    if (found.record !== null || issuesOf(paths, context).length > 0)
      return { ...found, knownAs: former.path }
  }
  return null
}

/** The pull request that was just merged has brought the file, and taken none away: no git need be asked for a rename. */
const isBroughtNow = ({ broughtBy }: FileHistory, { snapshot, pullRequest }: SyncContext): boolean =>
  pullRequest !== null &&
  broughtBy === pullRequest &&
  [...snapshot.files.values()].every(({ kind }) => kind !== 'absent')

const issuesOf = (paths: string[], { snapshot, world }: SyncContext): TrackedIssue[] =>
  paths.flatMap((path) => world.itemsOf(snapshot.id, path))

/**
 * A status belongs to the postmortem whose path or whose issues it holds: a sync that was interrupted
 * in a rename can have moved the issues, but not the status. The status of a file that is there is its own, whatever
 * moved from it.
 */
const belongsTo = (
  paths: string[],
  context: SyncContext,
): ((marker: StatusMarker | TrackingMarker) => boolean) => {
  const { snapshot, home } = context
  const issues = new Set(
    issuesOf(paths, context).map(({ number }) => filedAs({ ...home, number }, snapshot.name)),
  )
  const isThere = (path: string): boolean => (snapshot.files.get(path)?.kind ?? 'absent') !== 'absent'
  return ({ repository, path, filed }) =>
    repository === snapshot.id &&
    (paths.includes(path) || (!isThere(path) && Object.values(filed).some((issue) => issues.has(issue))))
}

const pullRequestOf = (paths: string[], context: SyncContext): number | null => {
  const { snapshot, world, pullRequest, deps, config } = context
  if (config.tracking === 'issue') return null
  // An item that moved here says where the other file came from.
  const tracked = [
    ...issuesOf(paths, context).filter((issue) => !world.hasMoved(issue)),
    ...paths.flatMap((path) => world.movedFrom(snapshot.id, path)),
  ]
  if (tracked.length > 0)
    return tracked.find(({ marker }) => marker.pullRequest !== null)?.marker.pullRequest ?? null
  const file = paths.map((path) => snapshot.files.get(path)).find((read) => read && read.kind !== 'absent')
  if (!file || file.kind === 'absent') return pullRequest
  const broughtBy = file.history.broughtBy ?? pullRequest
  if (broughtBy !== null) return broughtBy
  const age = (deps.clock.now().getTime() - Date.parse(file.history.committedAt)) / 1000
  if (age < SETTLING_SECONDS) {
    throw new RetryableError('GitHub may not know the pull request of this commit yet.', {
      retryAfterSeconds: Math.ceil(SETTLING_SECONDS - age),
    })
  }
  return null
}
