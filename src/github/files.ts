import type { FileContent, FileHistory, FileOnDefaultBranch, RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import type { BlobAnswer } from './snapshot-answer.ts'

/** Larger files are not read. */
const MAX_BYTES = 1_000_000

/** Puts a file of the default branch into our words. */
export const readFile = async (
  client: Client,
  repository: RepositoryName,
  blob: BlobAnswer,
  history: FileHistory,
): Promise<FileOnDefaultBranch> => ({ ...(await readBlob(client, repository, blob)), history })

/**
 * Puts a file into our words.
 * GraphQL cuts texts at 512,000 bytes: a longer one is fetched by REST, by the id of the very same blob.
 */
export const readBlob = async (
  client: Client,
  repository: RepositoryName,
  blob: BlobAnswer,
): Promise<Exclude<FileContent, { kind: 'absent' }>> => {
  if (blob.byteSize > MAX_BYTES) return { kind: 'too-large', byteSize: blob.byteSize }
  if (blob.isBinary === true || blob.text === null) return { kind: 'binary' }
  return { kind: 'text', text: blob.isTruncated ? await fetchText(client, repository, blob.oid) : blob.text }
}

const fetchText = async (client: Client, repository: RepositoryName, oid: string): Promise<string> => {
  const { data } = await client.rest.git.getBlob({ ...repository, file_sha: oid })
  return Buffer.from(data.content, 'base64').toString('utf8')
}
