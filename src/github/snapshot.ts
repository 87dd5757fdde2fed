import { NOT_TEXT } from '../config/parse.ts'
import type { FileOnDefaultBranch, RepositoryName, Snapshot } from '../jobs/ports.ts'
import { inBatches } from './batches.ts'
import type { Client } from './client.ts'
import { readFile } from './files.ts'
import { isOutOfSight, queryParts } from './graphql.ts'
import { readHistory } from './history.ts'
import type { ConfigAnswer, RepositoryAnswer, SnapshotAnswer } from './snapshot-answer.ts'
import { PATHS_PER_QUERY, snapshotQuery } from './snapshot-query.ts'

/**
 * Reads repository, configuration and files of the default branch: one GraphQL request for each 20 paths,
 * and one more for a text over 512,000 bytes or a file of more than 50 commits.
 */
export const readSnapshot = async (
  client: Client,
  repository: RepositoryName,
  paths: string[],
): Promise<Snapshot> => {
  const files = new Map<string, FileOnDefaultBranch>()
  const [firstPaths = [], ...morePaths] = inBatches(paths, PATHS_PER_QUERY)
  const answer = await ask(client, repository, firstPaths)
  await addFiles(client, files, answer.repository, firstPaths)
  for (const chunk of morePaths) {
    await addFiles(client, files, (await ask(client, repository, chunk)).repository, chunk)
  }
  const { databaseId, name, url, owner, isPrivate, isArchived, hasIssuesEnabled, config, defaultBranchRef } =
    answer.repository
  const repositoryConfig = configText(config)
  return {
    id: databaseId,
    name: { owner: owner.login, repo: name },
    url,
    isPrivate,
    isArchived,
    hasIssues: hasIssuesEnabled,
    defaultBranch: defaultBranchRef?.name ?? '',
    isConfigMisnamed: repositoryConfig === null && answer.repository.misnamedConfig !== null,
    config: { repository: repositoryConfig, owner: configText(answer.ownerRepository?.config ?? null) },
    files,
  }
}

/** GitHub gives no text of a binary file. A folder of that name is no configuration. */
const configText = (config: ConfigAnswer): string | null =>
  config === null || config.text === undefined ? null : (config.text ?? NOT_TEXT)

const ask = (client: Client, repository: RepositoryName, paths: string[]): Promise<SnapshotAnswer> => {
  const variables: [string, string][] = paths.flatMap((path, index) => [
    [`path${index}`, path],
    [`expression${index}`, `HEAD:${path}`],
  ])
  return queryParts(
    client,
    snapshotQuery(paths.length),
    { ...repository, ...Object.fromEntries(variables) },
    (error) => isOutOfSight(error) && error.path?.[0] === 'ownerRepository',
  )
}

const addFiles = async (
  client: Client,
  files: Map<string, FileOnDefaultBranch>,
  answer: RepositoryAnswer,
  paths: string[],
): Promise<void> => {
  const repository = { owner: answer.owner.login, repo: answer.name }
  for (const [index, path] of paths.entries()) {
    const object = answer[`file${index}`]
    const commits = answer.defaultBranchRef?.target[`history${index}`]
    if (answer.defaultBranchRef === null || commits === undefined || object?.__typename !== 'Blob') {
      files.set(path, { kind: 'absent' })
      continue
    }
    const branch = { id: answer.databaseId, name: repository, defaultBranch: answer.defaultBranchRef.name }
    const history = await readHistory(client, branch, path, commits)
    files.set(path, await readFile(client, repository, object, history))
  }
}
