import { parseConfig } from '../config/parse.ts'
import { matchesPostmortem } from '../config/paths.ts'
import { defaultConfig, type Config } from '../config/schema.ts'
import type { Operation, RepositoryName } from '../plan/types.ts'
import { configurationProblems, issuesDisabledProblem } from '../render/notices.ts'
import type { Deps } from './deps.ts'
import type { Snapshot } from './ports.ts'
import { syncPostmortem } from './sync-postmortem.ts'
import { World } from './world.ts'

/** What the sync of one postmortem works with. */
export interface SyncContext {
  snapshot: Snapshot
  config: Config
  /** The repository where issues go. */
  home: RepositoryName
  world: World
  /** The pull request that the job is about; null where it is not about one. */
  pullRequest: number | null
  /** What a person has to mend before anything is written but the status. */
  problems: string[]
  deps: Deps
}

/** So many texts are read before it is known which of the paths are postmortems. */
const READ_AT_ONCE = 20

/**
 * Makes issues and status comments agree with the postmortems among the paths, as they are on the
 * default branch now. Doing it again changes nothing.
 *
 * @param paths changed files, postmortems or not
 * @param pullRequest the pull request that the job is about, where it is about one
 * @returns the writes that it took
 */
export const syncPaths = async (
  repository: RepositoryName,
  paths: string[],
  pullRequest: number | null,
  deps: Deps,
): Promise<Operation[]> => {
  const { snapshot, config, problems } = await read(repository, paths, deps)
  if (snapshot.isArchived) {
    deps.log.warn({ repository }, 'skipped: the repository is archived')
    return []
  }
  const postmortems = paths.filter((path) => matchesPostmortem(path, config))
  if (postmortems.length === 0) return []
  const home = snapshot.name
  const world = new World(snapshot.hasIssues ? await deps.github.ownIssues(home) : [])
  const context: SyncContext = { snapshot, config, home, world, pullRequest, problems, deps }
  const operations: Operation[] = []
  for (const path of presentFirst(postmortems, snapshot)) {
    operations.push(...(await syncPostmortem(path, context)))
  }
  return operations
}

const read = async (
  repository: RepositoryName,
  paths: string[],
  { github }: Deps,
): Promise<{ snapshot: Snapshot; config: Config; problems: string[] }> => {
  const first = await github.snapshot(repository, paths.length > READ_AT_ONCE ? [] : paths)
  const parsed = parseConfig(first.config)
  // Only the built-in patterns are left to tell a postmortem, and they only decide who is told of the mistake.
  const config = parsed.ok ? parsed.config : defaultConfig
  const problems = [
    ...(parsed.ok ? [] : configurationProblems(parsed.problems)),
    ...(first.hasIssues ? [] : [issuesDisabledProblem]),
  ]
  if (paths.length <= READ_AT_ONCE) return { snapshot: first, config, problems }
  const wanted = paths.filter((path) => matchesPostmortem(path, config))
  return { snapshot: await github.snapshot(repository, wanted), config, problems }
}

/** A renamed file is recognised by its new path, before the old one would be taken for deleted. */
const presentFirst = (paths: string[], { files }: Snapshot): string[] =>
  paths.toSorted(
    (left, right) => Number(files.get(left)?.kind === 'absent') - Number(files.get(right)?.kind === 'absent'),
  )
