import { postmortemMatcher } from '../config/paths.ts'
import type { FileHistory } from './ports.ts'
import type { SyncContext } from './sync.ts'

/** A file that was renamed more often since the app last looked is taken for deleted. */
const MOST_RENAMES = 5

/**
 * Finds the path to which a file was renamed that is gone from its own. The event that led here may know only the old
 * path, and taking the file for deleted would tell everybody so. Git is asked only where issues depend on it.
 *
 * @returns null where the file is there, was deleted, or is no postmortem any more
 */
export const pathAfterRename = async (
  path: string,
  { snapshot, config, world, deps }: SyncContext,
): Promise<string | null> => {
  const isThere = snapshot.files.get(path)?.kind !== 'absent'
  const isNews = world.itemsOf(snapshot.id, path).some(({ marker }) => marker.gone === 'no')
  if (isThere || !isNews) return null
  let present = path
  for (let renames = 0; renames < MOST_RENAMES; renames++) {
    const [last] = await deps.github.fileCommits(snapshot.name, present)
    const next = last && (await deps.github.renames(snapshot.name, last.sha)).get(present)
    if (next === undefined) return null
    const file = (await deps.github.snapshot(snapshot.name, [next])).files.get(next)
    if (file !== undefined && file.kind !== 'absent') {
      snapshot.files.set(next, file)
      return postmortemMatcher(config)(next) ? next : null
    }
    present = next
  }
  return null
}

/**
 * The paths that a file had before it was renamed, as git tells, the last one first, with the history of each.
 *
 * @param path present path
 */
export const formerPaths = async function* (
  path: string,
  { commit, broughtIn }: FileHistory,
  context: Pick<SyncContext, 'snapshot' | 'deps'>,
): AsyncGenerator<{ path: string; history: FileHistory }> {
  const { snapshot, deps } = context
  const isAnyGone = [...snapshot.files.values()].some(({ kind }) => kind === 'absent')
  // The file may have taken back a path that it had before, and then did not come to it by its oldest commit.
  let former = isAnyGone ? await renamedIn(commit, path, context) : null
  former ??= await renamedIn(broughtIn, path, context)
  for (let renames = 0; former !== null && renames < MOST_RENAMES; renames++) {
    const history = await deps.github.history(snapshot, former)
    if (history === null) return
    yield { path: former, history }
    former = await renamedIn(history.broughtIn, former, context)
  }
}

/** The path that a file had before a commit renamed it; null where that commit did not. */
const renamedIn = async (
  commit: string,
  path: string,
  { snapshot, deps }: Pick<SyncContext, 'snapshot' | 'deps'>,
): Promise<string | null> => {
  const renames = await deps.github.renames(snapshot.name, commit)
  return [...renames].find(([, newPath]) => newPath === path)?.[0] ?? null
}

/** Whether there is no file at a path. Another one can have taken the path of one that was renamed. */
export const isGone = async (
  path: string,
  { snapshot, deps }: Pick<SyncContext, 'snapshot' | 'deps'>,
): Promise<boolean> => {
  const file = snapshot.files.get(path) ?? (await deps.github.snapshot(snapshot.name, [path])).files.get(path)
  return file?.kind === 'absent'
}
