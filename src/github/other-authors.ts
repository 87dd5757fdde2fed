import type { RepositoryName } from '../jobs/ports.ts'
import { parseMarker } from '../plan/marker.ts'
import { isOwn } from './author.ts'
import type { Client } from './client.ts'

/** Who can be believed to have run this app: others only copied a record. */
const TRUSTED = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

/**
 * Finds out whether the action items of a repository are kept by another account: an app, or a person who ran
 * `backfill`. What we would open beside theirs would be there twice, as nobody believes the records of others.
 *
 * @param label that issues of action items carry
 * @returns the login of that account; null where there is none
 */
export const findOtherAuthor = async (
  client: Client,
  ownLogin: string,
  repository: RepositoryName,
  label: string,
): Promise<string | null> => {
  const pages = client.paginate.iterator(client.rest.issues.listForRepo, {
    ...repository,
    labels: label,
    state: 'all',
    per_page: 100,
  })
  for await (const { data } of pages) {
    const other = data.find(
      ({ user, author_association: association, body }) =>
        !isOwn(user, ownLogin) &&
        (user?.type === 'Bot' || TRUSTED.has(association ?? '')) &&
        parseMarker(body ?? '')?.kind === 'item',
    )
    if (other?.user) return other.user.login
  }
  return null
}
