import { postmortemMatcher } from '../config/paths.ts'
import { effectOf, previewFile, type Effect, type FilePreview } from '../plan/preview.ts'
import type { Operation } from '../plan/types.ts'
import type { IsoDate } from '../postmortem/types.ts'
import type { Deps } from './deps.ts'
import { isImagined } from './dry-run.ts'
import { RetryableError } from './errors.ts'
import type { RepositoryName } from './ports.ts'
import { readBranch, syncAll, syncContext, type Branch } from './sync.ts'

/** The default branch with all its postmortems. */
export const findPostmortems = async (
  repository: RepositoryName,
  deps: Pick<Deps, 'github'>,
): Promise<Branch> => {
  const branch = await readBranch(repository, [], deps)
  const paths = await deps.github.markdownPaths(branch.snapshot.name)
  return { ...branch, postmortems: paths.filter(postmortemMatcher(branch.config)) }
}

/** What backfilling one postmortem did, or would do on a GitHub that only reads. */
export interface Backfilled extends FilePreview {
  /** The writes that its issues took, in order. */
  issues: Operation[]
  /** The writes that its status took. */
  status: Operation[]
}

export interface BackfillRequest {
  repository: RepositoryName
  /** In the order in which they are worked off. */
  postmortems: string[]
  /** Postmortems that changed last before this day are left alone; null takes all. */
  since: IsoDate | null
  /** Hears of each postmortem when it is done; null where it was left alone. */
  onDone: (backfilled: Backfilled | null) => void
  /** Waits before another attempt. */
  wait: (seconds: number) => Promise<unknown>
}

/** The default branch and its issues are read anew after so many postmortems: a backfill can take hours. */
const READ_ANEW_AFTER = 20

/** So often in a row GitHub may fail before it is left to a person. */
const MOST_FAILURES = 5
const PAUSE_SECONDS = 30

/**
 * Syncs postmortems that were merged before the app came. It is the sync of every other event, so that it can be
 * stopped anywhere and started again.
 *
 * @throws PermanentError, or RetryableError where GitHub keeps failing
 */
export const backfill = async (request: BackfillRequest, deps: Deps): Promise<void> => {
  let left = request.postmortems
  for (let failures = 0; left.length > 0;) {
    try {
      for await (const done of syncInTurn({ ...request, postmortems: left }, deps)) {
        left = left.slice(1)
        failures = 0
        request.onDone(done)
      }
    } catch (error) {
      failures++
      if (!(error instanceof RetryableError) || failures > MOST_FAILURES) throw error
      const seconds = Math.max(error.retryAfterSeconds ?? 0, PAUSE_SECONDS)
      deps.log.warn({ err: error, seconds }, 'GitHub failed; another attempt follows')
      await request.wait(seconds)
    }
  }
}

async function* syncInTurn(
  { repository, postmortems, since }: BackfillRequest,
  deps: Deps,
): AsyncGenerator<Backfilled | null> {
  for (let start = 0; start < postmortems.length; start += READ_ANEW_AFTER) {
    const paths = postmortems.slice(start, start + READ_ANEW_AFTER)
    const branch = await readBranch(repository, paths, deps)
    const context = await syncContext(branch, null, deps)
    const issues = context.world.items()
    for (const path of paths) {
      const file = branch.snapshot.files.get(path)
      const changedOn =
        file === undefined || file.kind === 'absent' ? '' : file.history.committedAt.slice(0, 10)
      const [sync] = since !== null && changedOn < since ? [] : await syncAll([path], context)
      if (sync === undefined) {
        yield null
        continue
      }
      const { config } = branch
      const isNew = (issue: { number: number }): boolean =>
        isImagined(issue) || !issues.some(({ number }) => number === issue.number)
      yield {
        ...previewFile({ ...sync, operations: sync.issues, isNew, issues, config, openElsewhere: [] }),
        issues: sync.issues,
        status: sync.status,
      }
    }
  }
}

/** What many backfilled postmortems come to, in numbers. */
export const totalEffect = (backfilled: Backfilled[]): Effect & { statuses: number } => ({
  ...effectOf(backfilled.flatMap(({ issues }) => issues)),
  statuses: backfilled.filter(({ status }) => status.length > 0).length,
})
