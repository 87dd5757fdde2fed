import type { FileContent, RepositoryName } from '../jobs/ports.ts'
import { inBatches } from './batches.ts'
import type { Client } from './client.ts'
import { readBlob } from './files.ts'
import type { ObjectAnswer } from './snapshot-answer.ts'
import { BLOB_FIELDS, PATHS_PER_QUERY } from './snapshot-query.ts'

type Answer = { repository: { [file: `file${number}`]: ObjectAnswer | null } }

/**
 * Reads files as they are at a commit: one GraphQL request for each 20 paths. The head of a pull request from a fork
 * is found in the repository that it was opened for, where GitHub keeps it under `refs/pull/`.
 */
export const readFilesAt = async (
  client: Client,
  repository: RepositoryName,
  commit: string,
  paths: string[],
): Promise<Map<string, FileContent>> => {
  const files = new Map<string, FileContent>()
  for (const batch of inBatches(paths, PATHS_PER_QUERY)) {
    const expressions = batch.map((path, index) => [`expression${index}`, `${commit}:${path}`] as const)
    const { owner, repo } = repository
    const answer = await client.graphql<Answer>(filesAtQuery(batch.length), {
      owner,
      repo,
      ...Object.fromEntries(expressions),
    })
    for (const [index, path] of batch.entries()) {
      const object = answer.repository[`file${index}`]
      const isFile = object?.__typename === 'Blob'
      files.set(path, isFile ? await readBlob(client, repository, object) : { kind: 'absent' })
    }
  }
  return files
}

/** The query for this many files, whose places are its variables `expression0`, `expression1`, … */
export const filesAtQuery = (count: number): string => {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const fields = indexes.map((i) => `    file${i}: object(expression: $expression${i}) { ${BLOB_FIELDS} }`)
  return `
query FilesAt($owner: String!, $repo: String!${indexes.map((i) => `, $expression${i}: String!`).join('')}) {
  repository(owner: $owner, name: $repo) {
${fields.join('\n')}
  }
}`
}
