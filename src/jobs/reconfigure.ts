import { parseConfig } from '../config/parse.ts'
import { configPath } from '../config/problem.ts'
import { parseMarker } from '../plan/marker.ts'
import type { Operation } from '../plan/types.ts'
import { configurationText } from './configuration-text.ts'
import type { Deps } from './deps.ts'
import type { RepositoryName } from './ports.ts'
import { syncPaths } from './sync.ts'

/** So many former versions of the configuration are looked at. */
const MOST_VERSIONS = 20

/**
 * Takes up a changed configuration: what was held up by mistakes in the one before is done now, and the checks of open
 * pull requests are made anew.
 *
 * Held up can only be what happened since the first mistake came in, and all of that has a status that was written
 * since. So the statuses written since then are synced, and no others: postmortems from before the app came stay alone.
 *
 * @param paths other files that changed together with the configuration
 * @returns the writes that it took
 */
export const reconfigure = async (
  repository: RepositoryName,
  paths: string[],
  deps: Deps,
): Promise<Operation[]> => {
  const since = await unusableSince(repository, deps)
  const heldUp = since === null ? [] : await postmortemsWithStatus(repository, since, deps)
  for (const number of await deps.github.openPullRequests(repository))
    await deps.enqueue(repository, { kind: 'preview', number, wasAskedFor: false })
  return syncPaths(repository, [...new Set([...paths, ...heldUp])], null, deps)
}

/**
 * When the oldest mistake among the former versions came in. All of them are read, not only those up to one that could
 * be used: a commit of a branch can be in order while the default branch never was. Too early a time only costs reads.
 *
 * @returns null where there was none
 */
const unusableSince = async (
  repository: RepositoryName,
  { github }: Pick<Deps, 'github'>,
): Promise<string | null> => {
  const [, ...former] = await github.fileCommits(repository, configPath)
  let since: string | null = null
  for (const { sha, committedAt } of former.slice(0, MOST_VERSIONS)) {
    const file = (await github.filesAt(repository, sha, [configPath])).get(configPath)
    const { ok } = parseConfig({ repository: configurationText(file) })
    if (!ok) since = committedAt
  }
  return since
}

const postmortemsWithStatus = async (
  repository: RepositoryName,
  since: string,
  { github }: Pick<Deps, 'github'>,
): Promise<string[]> => {
  const comments = await github.ownCommentsSince(repository, since)
  const issues = await github.ownIssues(repository)
  return [...comments, ...issues].flatMap(({ body }) => {
    const marker = parseMarker(body)
    return marker?.kind === 'status' || marker?.kind === 'tracking' ? [marker.path] : []
  })
}
