import { matchItems } from '../plan/match.ts'
import { createVocabularies } from '../plan/similarity.ts'
import type { TrackedIssue, WishedItem } from '../plan/types.ts'
import { formerPaths, isGone } from './git-renames.ts'
import type { SyncContext } from './sync.ts'

/** The share of a file's issues whose items stand in another file, from which on its content may tell of a rename. */
const ENOUGH = 0.5

/**
 * Finds the path that a file had before it was renamed: one that is gone, and whose issues match items that have no issue
 * under the new path. Where some match, git decides: postmortems of one team share items. Where git knows of no
 * rename, as of a file that was rewritten on the way, the content does: an event that tells of a rename can be lost.
 * A single item is enough to ask git about a file of the same change; others have to be read for it, and need half of theirs.
 *
 * @returns null where the file was not renamed
 */
export const pathBeforeRename = async (
  path: string,
  wishes: WishedItem[],
  context: SyncContext,
): Promise<string | null> => {
  const { snapshot, world, deps } = context
  const own = world.itemsOf(snapshot.id, path)
  const { pairs } = matchItems(wishes, own, snapshot.name)
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
      const share = matching / listed(issues).length
      return { former, share, isEnough: share >= ENOUGH && isEnough(matching, issues, homeless) }
    })
    .filter(({ former, share }) => share >= ENOUGH || (share > 0 && snapshot.files.has(former)))
    .toSorted((left, right) => right.share - left.share)
  const unread = candidates.map(({ former }) => former).filter((former) => !snapshot.files.has(former))
  const read = unread.length > 0 ? (await deps.github.snapshot(snapshot.name, unread)).files : []
  // Postmortems of one job resemble the same ones: none is read twice.
  for (const [candidate, file] of read) snapshot.files.set(candidate, file)
  const gone = candidates.filter(({ former }) => snapshot.files.get(former)?.kind === 'absent')
  if (gone.length === 0) return null
  const inGit = await pathBeforeInGit(path, context)
  // A file that has issues was there: it has taken the items of another over.
  return inGit ?? (own.length > 0 ? null : (gone.find(({ isEnough }) => isEnough)?.former ?? null))
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
const isEnough = (matching: number, issues: TrackedIssue[], homeless: WishedItem[]): boolean =>
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
