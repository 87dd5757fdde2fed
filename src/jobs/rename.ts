import { postmortemMatcher } from '../config/paths.ts'
import { matchItems } from '../plan/match.ts'
import { createVocabularies } from '../plan/similarity.ts'
import type { TrackedIssue, WishedItem } from '../plan/types.ts'
import type { FileHistory } from './ports.ts'
import type { SyncContext } from './sync.ts'

/**
 * Finds the path that a file had before it was renamed: one that is gone, and most of whose issues match
 * items that have no issue under the new path. The content decides, since an event that tells of a
 * rename can be lost, and a sync that was interrupted may have moved some of the issues already.
 *
 * @returns null where the file was not renamed
 */
export const pathBeforeRename = async (
  path: string,
  wishes: WishedItem[],
  { snapshot, world, deps }: SyncContext,
): Promise<string | null> => {
  const { pairs } = matchItems(wishes, world.itemsOf(snapshot.id, path), snapshot.name)
  const elsewhere = world
    .items()
    .filter(({ marker }) => marker.repository === snapshot.id && marker.path !== path)
  // An item that was done before anybody followed it has no issue anywhere.
  const texts = new Set(elsewhere.map(({ marker }) => marker.fingerprint))
  const homeless = wishes.filter(
    (wish) => wish.filed && !pairs.has(wish) && (!wish.item.done || texts.has(wish.fingerprint)),
  )
  if (homeless.length === 0) return null
  const others = Map.groupBy(elsewhere, ({ marker }) => marker.path)
  const vocabularyOf = createVocabularies()
  const matching = (issues: TrackedIssue[]): number =>
    matchItems(homeless, issues, snapshot.name, vocabularyOf).pairs.size
  const candidates = [...others]
    .filter(([, issues]) => matching(issues) * 2 >= listed(issues).length)
    .map(([candidate]) => candidate)
  const unread = candidates.filter((candidate) => !snapshot.files.has(candidate))
  const read = unread.length > 0 ? (await deps.github.snapshot(snapshot.name, unread)).files : []
  // Postmortems of one job resemble the same ones: none is read twice.
  for (const [candidate, file] of read) snapshot.files.set(candidate, file)
  return candidates.find((candidate) => snapshot.files.get(candidate)?.kind === 'absent') ?? null
}

/** Issues whose items the old file had still; all of them where it had none, being deleted before. */
const listed = (issues: TrackedIssue[]): TrackedIssue[] => {
  const present = issues.filter(({ marker }) => marker.gone === 'no')
  return present.length > 0 ? present : issues
}

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
  const isGone = snapshot.files.get(path)?.kind === 'absent'
  const isNews = world.itemsOf(snapshot.id, path).some(({ marker }) => marker.gone === 'no')
  if (!isGone || !isNews) return null
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
