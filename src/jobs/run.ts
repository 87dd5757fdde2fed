import { parseMarker } from '../plan/marker.ts'
import type { Operation } from '../plan/types.ts'
import { obey } from './command.ts'
import { refreshDashboard } from './dashboard.ts'
import type { Deps } from './deps.ts'
import type { Job } from './job.ts'
import { previewCommit, previewPullRequest } from './preview.ts'
import { lookAtPostmortem } from './look-at-postmortem.ts'
import { isMarkdown } from './paths.ts'
import { reconfigure } from './reconfigure.ts'
import { rollUp } from './rollup.ts'
import { syncPaths } from './sync.ts'

/**
 * Runs one job. Running it twice, late or out of order changes nothing.
 *
 * @returns the writes that it took
 * @throws RetryableError, PermanentError
 */
export const runJob = async ({ repository, look, delivery }: Job, deps: Deps): Promise<Operation[]> => {
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
    case 'filed-here':
      return lookAtPostmortem(await deps.github.repositoryName(look.repository), look.path, repository, deps)
    case 'rollup':
      return rollUp(repository, deps)
    case 'dashboard':
      return refreshDashboard(repository, deps)
    case 'command':
      return obey(repository, look, deps)
    case 'adopted-issue': {
      const comments = await deps.github.ownComments(repository, look.number)
      const operations = []
      for (const { body } of comments) {
        const marker = parseMarker(body)
        if (marker?.kind !== 'once') continue
        const { owner, repo, path } = marker
        operations.push(...(await lookAtPostmortem({ owner, repo }, path, repository, deps)))
      }
      return operations
    }
  }
}
