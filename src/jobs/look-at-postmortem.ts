import { sameRepository } from '../plan/references.ts'
import type { Operation } from '../plan/types.ts'
import type { Deps } from './deps.ts'
import type { RepositoryName } from './ports.ts'
import { syncFollowed } from './sync.ts'

/**
 * Syncs a postmortem that a record names: here, if it is of this repository, else in the turn of its own one, since two
 * jobs of one repository must not run side by side.
 *
 * Whoever may edit the record can name any repository. An installation has one owner, and only the owner's repositories
 * are looked at.
 *
 * @param there the repository of the postmortem; null where it is gone or out of sight
 * @param here the repository that the job is about
 */
export const lookAtPostmortem = async (
  there: RepositoryName | null,
  path: string,
  here: RepositoryName,
  deps: Deps,
): Promise<Operation[]> => {
  if (there === null) return []
  if (sameRepository(there, here)) return syncFollowed(here, [path], deps)
  if (there.owner.toLowerCase() === here.owner.toLowerCase())
    await deps.enqueue(there, { kind: 'followed', path })
  else deps.log.warn({ there, path }, 'A record names a repository of somebody else')
  return []
}
