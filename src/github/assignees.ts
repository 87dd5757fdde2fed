import { RequestError } from '@octokit/request-error'
import type { RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import { refusedFields } from './validation.ts'

/**
 * Writes with assignees, and once more without those that cannot be assigned where GitHub refuses
 * the whole write because of them (422 on the field `assignees`, nothing written).
 *
 * @param write sends the request with the logins given to it
 */
export const withoutUnassignable = async <T>(
  client: Client,
  repository: RepositoryName,
  logins: string[],
  write: (logins: string[]) => Promise<T>,
): Promise<T> => {
  try {
    return await write(logins)
  } catch (error) {
    if (!refusedFields(error).some(({ field }) => field === 'assignees')) throw error
    const checks = await Promise.all(logins.map((login) => canBeAssigned(client, repository, login)))
    return await write(logins.filter((_, index) => checks[index]))
  }
}

/** GitHub answers 204 where the login can be assigned to issues of the repository, else 404. */
const canBeAssigned = async (client: Client, repository: RepositoryName, login: string): Promise<boolean> => {
  try {
    await client.rest.issues.checkUserCanBeAssigned({ ...repository, assignee: login })
    return true
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return false
    throw error
  }
}
