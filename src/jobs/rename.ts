import { matchItems } from '../plan/match.ts'
import type { WishedItem } from '../plan/types.ts'
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
  const homeless = wishes.filter((wish) => wish.filed && !wish.item.done && !pairs.has(wish))
  if (homeless.length === 0) return null
  const others = Map.groupBy(
    world.items().filter(({ marker }) => marker.repository === snapshot.id && marker.path !== path),
    ({ marker }) => marker.path,
  )
  const candidates = [...others]
    .filter(([, issues]) => matchItems(homeless, issues, snapshot.name).pairs.size * 2 >= issues.length)
    .map(([candidate]) => candidate)
  const unread = candidates.filter((candidate) => !snapshot.files.has(candidate))
  const read = unread.length > 0 ? (await deps.github.snapshot(snapshot.name, unread)).files : []
  // Postmortems of one job resemble the same ones: none is read twice.
  for (const [candidate, file] of read) snapshot.files.set(candidate, file)
  return candidates.find((candidate) => snapshot.files.get(candidate)?.kind === 'absent') ?? null
}
