import { RequestError } from '@octokit/request-error'
import type { RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import { refusedFields } from './validation.ts'

/** The names of all labels of the repository, as it spells them. */
export const listLabels = async (client: Client, repository: RepositoryName): Promise<string[]> => {
  const labels = await client.paginate(client.rest.issues.listLabelsForRepo, { ...repository, per_page: 100 })
  return labels.map(({ name }) => name)
}

/** Creates a label; one that exists already, in whatever case, stays as it is. */
export const createLabel = async (
  client: Client,
  repository: RepositoryName,
  { name, color, description }: { name: string; color: string; description: string },
): Promise<void> => {
  try {
    await client.rest.issues.createLabel({ ...repository, name, color, description })
  } catch (error) {
    if (!refusedFields(error).some(({ code }) => code === 'already_exists')) throw error
  }
}

/** Adds labels to an issue or pull request; those it has already stay. */
export const addLabels = async (
  client: Client,
  repository: RepositoryName,
  number: number,
  labels: string[],
): Promise<void> => {
  await client.rest.issues.addLabels({ ...repository, issue_number: number, labels })
}

/** Takes a label off an issue; one that it does not carry is no error. */
export const removeLabel = async (
  client: Client,
  repository: RepositoryName,
  number: number,
  label: string,
): Promise<void> => {
  try {
    await client.rest.issues.removeLabel({ ...repository, issue_number: number, name: label })
  } catch (error) {
    const isOffAlready =
      error instanceof RequestError &&
      error.status === 404 &&
      error.message.startsWith('Label does not exist')
    if (!isOffAlready) throw error
  }
}
