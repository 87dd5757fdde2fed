import { parseConfig, type ConfigResult } from '../config/parse.ts'
import { postmortemMatcher } from '../config/paths.ts'
import { defaultConfig, type Config } from '../config/schema.ts'
import type { Operation, RepositoryName } from '../plan/types.ts'
import { configurationProblems } from '../render/notices.ts'
import type { Deps } from './deps.ts'
import { configurations } from './followed.ts'
import { findHome } from './home.ts'
import { isMarkdown } from './paths.ts'
import type { OthersItem, Snapshot } from './ports.ts'
import { takeMovedItemsAlong } from './moved-items.ts'
import { pathAfterRename } from './git-renames.ts'
import { syncPostmortem, type PostmortemSync } from './sync-postmortem.ts'
import { readWishedFile, type WishedFile } from './wished-file.ts'
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
  /** The action items that another account keeps where issues go, read once. */
  othersItems: () => Promise<OthersItem[]>
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
): Promise<Operation[]> => syncBranch(await readBranch(repository, paths, deps), pullRequest, deps)

/**
 * The same for postmortems that records of the app name, also where the configuration does not name them any more.
 *
 * @param others changed files, postmortems or not
 */
export const syncFollowed = async (
  repository: RepositoryName,
  followed: string[],
  deps: Deps,
  others: string[] = [],
): Promise<Operation[]> => {
  const paths = [...new Set([...followed, ...others])]
  return syncBranch(await readBranch(repository, paths, deps, { followed }), null, deps)
}

const syncBranch = async (branch: Branch, pullRequest: number | null, deps: Deps): Promise<Operation[]> => {
  if (branch.snapshot.isArchived) {
    deps.log.warn({ repository: branch.snapshot.name }, 'skipped: the repository is archived')
    return []
  }
  const syncs = await syncPostmortems(branch, pullRequest, deps)
  const isFollowed = branch.config.dashboard && branch.problems.length === 0
  // Also where nothing was written here: a title that a person changed stands there only, and a sync that broke off
  // after its last write did not get as far.
  if (syncs.length > 0 && isFollowed) await deps.enqueue(branch.snapshot.name, { kind: 'dashboard' })
  return syncs.flatMap(({ issues, status }) => [...issues, ...status])
}

/** The default branch, what is configured there, and which of the paths asked for are postmortems. */
export interface Branch {
  snapshot: Snapshot
  config: Config
  /** What a person has to mend before anything is written but the status. */
  problems: string[]
  postmortems: string[]
}

/** Makes issues and status comments agree with the postmortems of a branch, one after another. */
const syncPostmortems = async (
  branch: Branch,
  pullRequest: number | null,
  deps: Deps,
): Promise<PostmortemSync[]> =>
  branch.postmortems.length === 0
    ? []
    : syncAll(branch.postmortems, await syncContext(branch, pullRequest, deps))

/** Finds out where issues go, and reads those that exist. */
export const syncContext = async (
  { snapshot, config, problems }: Branch,
  pullRequest: number | null,
  deps: Deps,
): Promise<SyncContext> => {
  const home = await findHome(snapshot, config, deps)
  const world = new World(home.hasIssues ? await deps.github.ownIssues(home.name) : [])
  const all = [...problems, ...home.problems]
  let others: Promise<OthersItem[]> | undefined
  const othersItems = (): Promise<OthersItem[]> =>
    (others ??= deps.github.othersItems(home.name, config.labels.actionItem))
  return { snapshot, config, home: home.name, world, pullRequest, problems: all, othersItems, deps }
}

/** Syncs postmortems one after another, each on top of what was done for the ones before. */
export const syncAll = async (postmortems: string[], context: SyncContext): Promise<PostmortemSync[]> => {
  const files: WishedFile[] = []
  const configOf = configurations(context.config)
  const read = (path: string): Promise<WishedFile> =>
    readWishedFile(path, { ...context, config: configOf(path) })
  for (const path of presentFirst(postmortems, context.snapshot)) {
    const isFollowed = files.some(({ knownAs }) => knownAs === path)
    const present = isFollowed ? null : await pathAfterRename(path, context)
    if (present !== null) files.push(await read(present))
    files.push(await read(path))
  }
  takeMovedItemsAlong(files, context)
  const syncs: PostmortemSync[] = []
  for (const file of leftFirst(files, context)) syncs.push(await syncPostmortem(file, context))
  return syncs
}

/**
 * Reads the default branch.
 *
 * @param options.configuration the repository's own one, where it is about to be another than on the branch
 * @param options.followed postmortems whatever the configuration says
 * @param options.most of so many postmortems the files are read; by default of all
 */
export const readBranch = async (
  repository: RepositoryName,
  paths: string[],
  { github }: Pick<Deps, 'github'>,
  options: { configuration?: string | null; followed?: string[]; most?: number } = {},
): Promise<Branch> => {
  const first = await github.snapshot(repository, paths.length > READ_AT_ONCE ? [] : paths)
  const { configuration = first.config.repository, followed = [], most } = options
  const { config, problems } = configure(parseConfig({ ...first.config, repository: configuration }))
  const isPostmortem = postmortemMatcher(config)
  const postmortems = paths.filter(
    (path) => isPostmortem(path) || (isMarkdown(path) && followed.includes(path)),
  )
  const snapshot =
    paths.length > READ_AT_ONCE ? await github.snapshot(repository, postmortems.slice(0, most)) : first
  return { snapshot, config, problems, postmortems }
}

/** What holds in a repository under the configuration, and what must be mended there. */
const configure = (parsed: ConfigResult): Pick<Branch, 'config' | 'problems'> =>
  parsed.ok
    ? { config: parsed.config, problems: [] }
    : // Only the built-in patterns are left to tell a postmortem, and they only decide who is told of the mistake.
      { config: defaultConfig, problems: configurationProblems(parsed.problems) }

/** A renamed file is recognised by its new path, before the old one would be taken for deleted. */
const presentFirst = (paths: string[], { files }: Snapshot): string[] =>
  paths.toSorted(
    (left, right) => Number(files.get(left)?.kind === 'absent') - Number(files.get(right)?.kind === 'absent'),
  )

/** A file that is gone is known by its issues only: its status is written before they belong to the file that has its items now. */
const leftFirst = (files: WishedFile[], { snapshot, world }: SyncContext): WishedFile[] => {
  const isLeft = ({ path }: WishedFile): boolean => world.movedFrom(snapshot.id, path).length > 0
  return [...files.filter(isLeft), ...files.filter((file) => !isLeft(file))]
}
