import { filedAs } from '../plan/filed.ts'
import { parseMarker, type StatusMarker, type TrackingMarker } from '../plan/marker.ts'
import type { StatusPlace } from '../plan/status-comment.ts'
import { RetryableError } from './errors.ts'
import type { SyncContext } from './sync.ts'

/** For so long GitHub may not know yet that a commit came by a pull request. */
const SETTLING_SECONDS = 60

export interface FoundPlace {
  place: StatusPlace
  /** What the status remembers; null where none was written yet. */
  record: StatusMarker | TrackingMarker | null
}

/**
 * Finds where the status of a postmortem is shown: in a comment on the pull request that brought it,
 * else in a tracking issue of its own.
 *
 * @param paths the file's path, and the one that it had before a rename
 * @throws RetryableError for a fresh commit whose pull request GitHub does not tell yet
 */
export const findStatusPlace = async (paths: string[], context: SyncContext): Promise<FoundPlace> => {
  const belongs = belongsTo(paths, context)
  const existing = context.world.trackingIssueOf(belongs)
  if (existing) return { place: { kind: 'issue', existing }, record: existing.marker }
  const pullRequest = context.config.tracking === 'issue' ? null : pullRequestOf(paths, context)
  if (pullRequest === null) return { place: { kind: 'issue', existing: null }, record: null }
  const comments = await context.deps.github.ownComments(context.snapshot.name, pullRequest)
  for (const { id, body } of comments) {
    const marker = parseMarker(body)
    if (marker?.kind === 'status' && belongs(marker)) {
      return { place: { kind: 'comment', pullRequest, existing: { id, body } }, record: marker }
    }
  }
  return { place: { kind: 'comment', pullRequest, existing: null }, record: null }
}

/**
 * A status belongs to the postmortem whose path or whose issues it holds: a sync that was interrupted
 * in a rename can have moved the issues, but not the status.
 */
const belongsTo = (
  paths: string[],
  { snapshot, world, home }: SyncContext,
): ((marker: StatusMarker | TrackingMarker) => boolean) => {
  const issues = new Set(
    paths
      .flatMap((path) => world.itemsOf(snapshot.id, path))
      .map(({ number }) => filedAs({ ...home, number }, snapshot.name)),
  )
  return ({ repository, path, filed }) =>
    repository === snapshot.id &&
    (paths.includes(path) || Object.values(filed).some((issue) => issues.has(issue)))
}

const pullRequestOf = (paths: string[], context: SyncContext): number | null => {
  const { snapshot, world, pullRequest, deps } = context
  const tracked = paths.flatMap((path) => world.itemsOf(snapshot.id, path))
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
