import type { RepositoryName } from '../jobs/ports.ts'
import { isOwn } from './author.ts'
import type { Client } from './client.ts'

/**
 * When we created the issues and comments of a repository that count for GitHub's limits still. A process that
 * starts does not know what one before it has done within the hour.
 *
 * @param since as far back as it matters
 * @returns milliseconds since 1970, the oldest first
 */
export const listRecentCreations = async (
  client: Client,
  ownLogin: string,
  repository: RepositoryName,
  since: Date,
): Promise<number[]> => {
  const page = { ...repository, since: since.toISOString(), per_page: 100 }
  const issues = await client.paginate(client.rest.issues.listForRepo, {
    ...page,
    state: 'all',
    creator: ownLogin,
  })
  const comments = await client.paginate(client.rest.issues.listCommentsForRepo, page)
  return [...issues, ...comments]
    .filter(({ user }) => isOwn(user, ownLogin))
    .map(({ created_at: createdAt }) => Date.parse(createdAt))
    .filter((createdAt) => createdAt >= since.getTime())
    .sort((left, right) => left - right)
}
