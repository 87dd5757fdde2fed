import { isAdoption } from '../plan/adoption.ts'
import { parseMarker } from '../plan/marker.ts'
import type { Operation } from '../plan/types.ts'
import { obey } from './command.ts'
import { refreshDashboard } from './dashboard.ts'
import type { Deps } from './deps.ts'
import { NotFoundError } from './errors.ts'
import type { Job, Look } from './job.ts'
import { previewCommit, previewPullRequest } from './preview.ts'
import { lookAtPostmortem } from './look-at-postmortem.ts'
import { isMarkdown } from './paths.ts'
import type { RepositoryName } from './ports.ts'
import { reconfigure } from './reconfigure.ts'
import { rollUp } from './rollup.ts'
import { syncFollowed, syncPaths } from './sync.ts'

/**
 * Runs one job. Running it twice, late or out of order changes nothing.
 *
 * @returns the writes that it took
 * @throws RetryableError, PermanentError
 */
export const runJob = async (
  { installationId, repository, look, delivery }: Job,
  deps: Deps,
): Promise<Operation[]> => {
  switch (look.kind) {
    case 'paths':
      return syncPaths(repository, look.paths, null, deps)
    case 'configuration':
      return reconfigure(repository, look.paths, deps)
    case 'pull-request': {
      const paths = await deps.github.pullRequestPaths(repository, look.number)
      return syncPaths(repository, paths.filter(isMarkdown), look.number, deps)
    }
    case 'preview':
      return previewPullRequest(repository, { ...look, delivery }, deps)
    case 'preview-commit':
      return previewCommit(repository, { ...look, delivery }, deps)
    case 'followed':
      return syncFollowed(repository, [look.path], deps)
    case 'filed-here':
      return lookAtPostmortem(await deps.github.repositoryName(look.repository), look.path, repository, deps)
    case 'rollup':
      return rollUp(repository, deps)
    case 'dashboard':
      return refreshDashboard(repository, deps)
    case 'command':
      return obey(repository, look, deps)
    case 'linked-issue': {
      const job = { installationId, repository, delivery }
      const own = look.own === null ? [] : await runJob({ ...job, look: look.own }, deps)
      return [...own, ...(await lookAtLinking(repository, look, deps))]
    }
  }
}

/** Looks at the postmortems that link an issue, as the app's comments on it tell. Those of one that is gone tell nothing. */
const lookAtLinking = async (
  repository: RepositoryName,
  { number }: Extract<Look, { kind: 'linked-issue' }>,
  deps: Deps,
): Promise<Operation[]> => {
  const operations: Operation[] = []
  const comments = await deps.github.ownComments(repository, number).catch(noneWhereGone)
  for (const { body } of comments) {
    const marker = parseMarker(body)
    if (marker?.kind !== 'once' || !isAdoption(marker)) continue
    const { owner, repo, path } = marker
    operations.push(...(await lookAtPostmortem({ owner, repo }, path, repository, deps)))
  }
  return operations
}

/** A deleted issue, or one that was moved to where the app cannot see it. */
const noneWhereGone = (error: unknown): never[] => {
  if (error instanceof NotFoundError) return []
  throw error
}
