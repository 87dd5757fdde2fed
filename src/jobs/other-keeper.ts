import { referenceKey } from '../plan/references.ts'
import type { Tracking } from '../plan/tracking.ts'
import type { WishedItem } from '../plan/types.ts'
import { isBroughtByJob } from './brought-by.ts'
import type { FileHistory } from './ports.ts'
import type { IssueSyncInput } from './sync-issues.ts'
import type { SyncContext } from './sync.ts'

/** What came within an hour was filed by nobody else before. */
const NEW_FOR_MS = 60 * 60 * 1000

/**
 * Finds out whether another account has filed what would be filed now, as where the app was registered anew: nobody believes
 * the records of others, so everything would be there twice. GitHub is asked only about a postmortem that is not new, and
 * of which the app has no issue.
 *
 * @param tracking what follows the items up, as far as the app knows
 * @returns the login of that account; null where there is none, or where the postmortem links the issues of its items
 */
export const otherKeeper = async (
  tracking: ReadonlyMap<WishedItem, Tracking>,
  { file, record }: Pick<IssueSyncInput, 'file' | 'record'>,
  context: SyncContext,
): Promise<string | null> => {
  const { snapshot, home, world } = context
  const missing = [...tracking].flatMap(([wish, { kind }]) => (kind === 'missing' ? [wish.fingerprint] : []))
  const read = snapshot.files.get(file.path)
  const isFilled = Object.keys(record.filed).length > 0 || world.itemsOf(snapshot.id, file.path).length > 0
  if (missing.length === 0 || isFilled || read === undefined || read.kind === 'absent') return null
  if (isNew(read.history, context)) return null
  const linked = new Set(
    [...tracking.values()].flatMap((each) => (each.kind === 'adopted' ? [referenceKey(each.reference)] : [])),
  )
  const left = (await context.othersItems()).filter(
    ({ number, marker }) =>
      marker.repository === snapshot.id &&
      marker.path === file.path &&
      !linked.has(referenceKey({ ...home, number })),
  )
  // Whoever has linked some of them has taken the postmortem over: what else it lists is new, unless it says the same.
  const keeper = linked.size === 0 ? left[0] : left.find(({ marker }) => missing.includes(marker.fingerprint))
  return keeper?.author ?? null
}

const isNew = (history: FileHistory, context: SyncContext): boolean => {
  const { commit, broughtIn, committedAt } = history
  const age = context.deps.clock.now().getTime() - Date.parse(committedAt)
  return isBroughtByJob(history, context) || (commit === broughtIn && age < NEW_FOR_MS)
}
