import type { OthersItem, RepositoryName } from '../jobs/ports.ts'
import { parseMarker } from '../plan/marker.ts'
import { isOwn } from './author.ts'
import type { Client } from './client.ts'

/** Who can be believed to have run this app: others only copied a record. */
const TRUSTED = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

/**
 * Finds the action items of a repository that are kept by another account: an app, or a person who ran
 * `backfill`. What we would open beside theirs would be there twice, as nobody believes the records of others.
 *
 * @param label that issues of action items carry
 */
export const listOthersItems = async (
  client: Client,
  ownLogin: string,
  repository: RepositoryName,
  label: string,
): Promise<OthersItem[]> => {
  const issues = await client.paginate(client.rest.issues.listForRepo, {
    ...repository,
    labels: label,
    state: 'all',
    per_page: 100,
  })
  return issues.flatMap(({ number, user, author_association: association, body }) => {
    if (user === null || isOwn(user, ownLogin)) return []
    if (user.type !== 'Bot' && !TRUSTED.has(association ?? '')) return []
    const marker = parseMarker(body ?? '')
    return marker?.kind === 'item' ? [{ author: user.login, number, marker }] : []
  })
}
