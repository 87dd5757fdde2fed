import { filedAs } from '../plan/filed.ts'
import { parseMarker, type StatusMarker, type TrackingMarker } from '../plan/marker.ts'
import type { StatusPlace } from '../plan/status-comment.ts'
import { isBroughtByJob, issuesOf, knownPullRequest, settledPullRequest } from './brought-by.ts'
import type { FileHistory } from './ports.ts'
import { formerPaths, isGone } from './git-renames.ts'
import type { SyncContext } from './sync.ts'

export interface FoundPlace {
  place: StatusPlace
  /** What the status remembers; null where none was written yet. */
  record: StatusMarker | TrackingMarker | null
  /** The pull request that brought the postmortem; null where none is known. */
  pullRequest: number | null
}

/** Where the status of a postmortem is, and the path under which its issues may stand still. */
export interface KnownPostmortem extends FoundPlace {
  knownAs: string
}

/**
 * Finds where the status of a postmortem is shown: in a comment on the pull request that brought it,
 * else in a tracking issue of its own. The configuration decides for a first status only: one that is there stays.
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
  if (found.record === null) {
    const isNew = issuesOf(paths, context).length === 0
    return (isNew ? await underFormerPath(path, context) : null) ?? { ...found, knownAs }
  }
  return { ...found, knownAs: knownAs === path ? await pathOfIssues(path, found.record, context) : knownAs }
}

/**
 * The path under which the issues may stand still. A sync writes the status last: after one that was interrupted in a rename, it
 * tells the former path, although some issues have the new one.
 */
const pathOfIssues = async (
  path: string,
  record: StatusMarker | TrackingMarker,
  context: SyncContext,
): Promise<string> => (record.path !== path && (await isGone(record.path, context)) ? record.path : path)

const inTrackingIssue = (paths: string[], context: SyncContext): FoundPlace | null => {
  const existing = statusOf(paths, context.world.trackingIssues(), context)
  const pullRequest = knownPullRequest(paths, context)
  return existing && { place: { kind: 'issue', existing }, record: existing.marker, pullRequest }
}

const onOwnPullRequest = (paths: string[], context: SyncContext): Promise<FoundPlace> =>
  onPullRequest(settledPullRequest(paths, context), paths, context)

/** @param pullRequest null where there is none */
const onPullRequest = async (
  pullRequest: number | null,
  paths: string[],
  context: SyncContext,
): Promise<FoundPlace> => {
  const { snapshot, config, deps } = context
  const inNewIssue: FoundPlace = { place: { kind: 'issue', existing: null }, record: null, pullRequest }
  if (pullRequest === null) return inNewIssue
  const comments = await deps.github.ownComments(snapshot.name, pullRequest)
  const statuses = comments.flatMap(({ id, body }) => {
    const marker = parseMarker(body)
    return marker?.kind === 'status' ? [{ id, body, marker }] : []
  })
  const status = statusOf(paths, statuses, context)
  if (status === null && config.tracking === 'issue') return inNewIssue
  const existing = status && { id: status.id, body: status.body }
  return {
    place: { kind: 'comment', pullRequest, existing },
    record: status && status.marker,
    pullRequest,
  }
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
const isBroughtNow = (history: FileHistory, context: SyncContext): boolean =>
  isBroughtByJob(history, context) &&
  [...context.snapshot.files.values()].every(({ kind }) => kind !== 'absent')

/**
 * Picks the status of a postmortem by its path, else by the issues that it holds: a sync that was interrupted in a rename can
 * have moved the issues, but not the status. The status of a file that is there is its own, whatever moved from it.
 */
const statusOf = <Status extends { marker: StatusMarker | TrackingMarker }>(
  paths: string[],
  statuses: Status[],
  context: SyncContext,
): Status | null => {
  const { snapshot, home } = context
  const issues = new Set(
    issuesOf(paths, context).map(({ number }) => filedAs({ ...home, number }, snapshot.name)),
  )
  const isThere = (path: string): boolean => (snapshot.files.get(path)?.kind ?? 'absent') !== 'absent'
  const own = statuses.filter(({ marker }) => marker.repository === snapshot.id)
  const [byPath] = paths.flatMap((path) => own.filter(({ marker }) => marker.path === path))
  const byIssues = ({ marker: { path, filed } }: Status): boolean =>
    !isThere(path) && Object.values(filed).some((issue) => issues.has(issue))
  return byPath ?? own.find(byIssues) ?? null
}
