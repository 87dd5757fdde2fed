import { NotFoundError, PermissionError } from '../jobs/errors.ts'
import type { RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import { toJobError } from './errors.ts'

/**
 * The present name of a repository, by GitHub's numeric id. GitHub redirects to this address after a rename, and so
 * answers it, although its documentation does not list it.
 *
 * @returns null where the repository is gone, or out of sight for this token
 */
export const readRepositoryName = async (client: Client, id: number): Promise<RepositoryName | null> => {
  try {
    const response = await client.request('GET /repositories/{id}', { id })
    const { name, owner } = response.data as { name: string; owner: { login: string } }
    return { owner: owner.login, repo: name }
  } catch (error) {
    // A limit has the status of a refusal as well, and says nothing about the repository.
    const failure = toJobError(error)
    if (failure instanceof PermissionError || failure instanceof NotFoundError) return null
    throw failure
  }
}

/** @param url of GitHub's API: `https://api.github.com/repos/OWNER/REPO` */
export const repositoryOf = (url: string): RepositoryName => {
  const [owner = '', repo = ''] = url.split('/').slice(-2)
  return { owner, repo }
}
