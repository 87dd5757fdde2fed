import { matchItems } from '../plan/match.ts'
import { planMoves, type LooseEnds } from '../plan/moves.ts'
import { issuesOf } from './brought-by.ts'
import type { SyncContext } from './sync.ts'
import type { WishedFile } from './wished-file.ts'

/**
 * Takes the issues of items along that moved between the files of one change, before any of them is synced: the file that an
 * item left would give its issue up, and the other one would open it again.
 */
export const takeMovedItemsAlong = (files: WishedFile[], context: SyncContext): void => {
  const { world } = context
  for (const [issue, path] of planMoves(looseEnds(files, context))) world.move(issue, path)
}

/** A file that cannot be read may list anything still, and one that was renamed is looked at under its new path. */
const looseEnds = (files: WishedFile[], context: SyncContext): LooseEnds[] => {
  const { snapshot, world } = context
  const renamed = new Set(files.filter(({ path, knownAs }) => knownAs !== path).map(({ knownAs }) => knownAs))
  return files
    .filter(({ path, reading }) => reading.kind !== 'unreadable' && !renamed.has(path))
    .map(({ path, knownAs, wishes }) => {
      const paths = [...new Set([path, knownAs])]
      const { pairs, unmatched } = matchItems(wishes, issuesOf(paths, context), snapshot.name)
      return {
        path,
        wishes: wishes.filter((wish) => wish.filed && !pairs.has(wish)),
        issues: unmatched,
        identities: paths.flatMap((each) => world.identitiesOf(snapshot.id, each)),
      }
    })
}
