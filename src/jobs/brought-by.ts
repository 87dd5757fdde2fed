import type { TrackedIssue } from '../plan/types.ts'
import { RetryableError } from './errors.ts'
import type { FileHistory, FileOnDefaultBranch } from './ports.ts'
import type { SyncContext } from './sync.ts'

/** For so long GitHub may not know yet that a commit came by a pull request. */
const SETTLING_SECONDS = 60

/** Whether the pull request that the job is about has brought the file. */
export const isBroughtByJob = (
  { broughtBy }: FileHistory,
  { pullRequest }: Pick<SyncContext, 'pullRequest'>,
): boolean => pullRequest !== null && broughtBy === pullRequest

/** The issues of a postmortem, under all of its paths. */
export const issuesOf = (paths: string[], { snapshot, world }: SyncContext): TrackedIssue[] =>
  paths.flatMap((path) => world.itemsOf(snapshot.id, path))

/** The issues that came of a postmortem itself: an item that moved here says where the other file came from. */
const ownIssues = (paths: string[], context: SyncContext): TrackedIssue[] => {
  const { snapshot, world } = context
  return [
    ...issuesOf(paths, context).filter((issue) => !world.hasMoved(issue)),
    ...paths.flatMap((path) => world.movedFrom(snapshot.id, path)),
  ]
}

/** What issues or git say of the pull request that brought a postmortem; null where they say nothing. */
export const knownPullRequest = (paths: string[], context: SyncContext): number | null => {
  const own = ownIssues(paths, context)
  return own.length > 0
    ? (own.find(({ marker }) => marker.pullRequest !== null)?.marker.pullRequest ?? null)
    : (presentFile(paths, context)?.history.broughtBy ?? context.pullRequest)
}

/**
 * The pull request that brought a postmortem, when it is certain; null where there is none.
 *
 * @throws RetryableError for a fresh commit whose pull request GitHub does not tell yet
 */
export const settledPullRequest = (paths: string[], context: SyncContext): number | null => {
  const known = knownPullRequest(paths, context)
  const file = presentFile(paths, context)
  if (known !== null || file === null || ownIssues(paths, context).length > 0) return known
  const age = (context.deps.clock.now().getTime() - Date.parse(file.history.committedAt)) / 1000
  if (age < SETTLING_SECONDS) {
    throw new RetryableError('GitHub may not know the pull request of this commit yet.', {
      retryAfterSeconds: Math.ceil(SETTLING_SECONDS - age),
    })
  }
  return null
}

const presentFile = (
  paths: string[],
  { snapshot }: SyncContext,
): Exclude<FileOnDefaultBranch, { kind: 'absent' }> | null => {
  for (const path of paths) {
    const file = snapshot.files.get(path)
    if (file !== undefined && file.kind !== 'absent') return file
  }
  return null
}
