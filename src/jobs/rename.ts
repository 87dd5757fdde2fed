import { postmortemMatcher } from '../config/paths.ts'
import { matchItems } from '../plan/match.ts'
import { createVocabularies } from '../plan/similarity.ts'
import type { TrackedIssue, WishedItem } from '../plan/types.ts'
import type { FileHistory } from './ports.ts'
import type { SyncContext } from './sync.ts'

/**
 * Finds the path that a file had before it was renamed: one that is gone, and whose issues match items that have no issue
 * under the new path. Where some match, git decides: postmortems of one team share items. Where git knows of no
 * rename, as of a file that was rewritten on the way, the content does: an event that tells of a rename can be lost,
 * and a sync that was interrupted may have moved some of the issues already.
 *
 * @returns null where the file was not renamed
 */
export const pathBeforeRename = async (
  path: string,
  wishes: WishedItem[],
  context: SyncContext,
): Promise<string | null> => {
  const { snapshot, world, deps } = context
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
  const vocabularyOf = createVocabularies()
  const candidates = [...Map.groupBy(elsewhere, ({ marker }) => marker.path)]
    .map(([former, issues]) => {
      const matching = matchItems(homeless, issues, snapshot.name, vocabularyOf).pairs.size
      return {
        former,
        share: matching / listed(issues).length,
        isLikely: isLikely(matching, issues, homeless),
      }
    })
    .filter(({ share }) => share >= 0.5)
    .toSorted((left, right) => right.share - left.share)
  const unread = candidates.map(({ former }) => former).filter((former) => !snapshot.files.has(former))
  const read = unread.length > 0 ? (await deps.github.snapshot(snapshot.name, unread)).files : []
  // Postmortems of one job resemble the same ones: none is read twice.
  for (const [candidate, file] of read) snapshot.files.set(candidate, file)
  const gone = candidates.filter(({ former }) => snapshot.files.get(former)?.kind === 'absent')
  if (gone.length === 0) return null
  return (await pathBeforeInGit(path, context)) ?? gone.find(({ isLikely }) => isLikely)?.former ?? null
}

/** Issues whose items the old file had still; all of them where it had none, being deleted before. */
const listed = (issues: TrackedIssue[]): TrackedIssue[] => {
  const present = issues.filter(isPresent)
  return present.length > 0 ? present : issues
}

const isPresent = ({ marker }: TrackedIssue): boolean => marker.gone === 'no'

/**
 * Whether the content alone may tell of a rename. A file that the app has seen to be deleted comes back as a whole:
 * one item in common with it is an item that teams write often, and would be taken for one that is long done.
 */
const isLikely = (matching: number, issues: TrackedIssue[], homeless: WishedItem[]): boolean =>
  issues.some(isPresent) || (matching > 1 && matching === issues.length && matching === homeless.length)

/** The path of issues that git says the file had last; null where git knows of none. */
const pathBeforeInGit = async (path: string, context: SyncContext): Promise<string | null> => {
  const { snapshot, world } = context
  const file = snapshot.files.get(path)
  if (file === undefined || file.kind === 'absent') return null
  for await (const former of formerPaths(path, file.history, context)) {
    const hasIssues = world.itemsOf(snapshot.id, former.path).length > 0
    if (hasIssues && (await isGone(former.path, context))) return former.path
  }
  return null
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

/** Whether there is no file at a path. Another one can have taken the path of one that was renamed. */
export const isGone = async (
  path: string,
  { snapshot, deps }: Pick<SyncContext, 'snapshot' | 'deps'>,
): Promise<boolean> => {
  const file = snapshot.files.get(path) ?? (await deps.github.snapshot(snapshot.name, [path])).files.get(path)
  return file?.kind === 'absent'
}
