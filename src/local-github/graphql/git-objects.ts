import type { Commit, Pull } from '../views.ts'
import { connection, type Page } from './connection.ts'
import { pullNode, type RepositoryOf } from './issues.ts'
import type { Reader } from './reader.ts'

/** GitHub cuts the text of a blob there. */
const MAX_TEXT_BYTES = 512_000
/** Where git looks for a NUL byte to tell a binary file. */
const BINARY_PROBE_BYTES = 8_000

interface Content {
  type: 'file' | 'dir'
  name: string
  path: string
  sha: string
  size: number
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const blobNode = async (reader: Reader, path: string, sha: string) => {
  const blob = await reader.get<{ content: string }>(`${path}/git/blobs/${sha}`)
  const bytes = Buffer.from(blob?.content ?? '', 'base64')
  const isBinary = bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)
  return {
    __typename: 'Blob',
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > MAX_TEXT_BYTES,
    text: isBinary ? null : bytes.subarray(0, MAX_TEXT_BYTES).toString(),
  }
}

const treeNode = (reader: Reader, path: string, entries: Content[]) => ({
  __typename: 'Tree',
  entries: entries.map(({ name, path: file, type, sha }) => ({
    name,
    path: file,
    oid: sha,
    type: type === 'dir' ? 'tree' : 'blob',
    object: () => (type === 'dir' ? null : blobNode(reader, path, sha)),
  })),
})

interface HistoryArguments extends Page {
  path?: string
  since?: string
  until?: string
}

const commitNode = (
  reader: Reader,
  path: string,
  { sha, html_url, commit }: Commit,
  repositoryOf: RepositoryOf,
): object => ({
  __typename: 'Commit',
  oid: sha,
  abbreviatedOid: sha.slice(0, 7),
  url: html_url,
  message: commit.message,
  messageHeadline: commit.message.split('\n')[0],
  committedDate: commit.committer.date,
  authoredDate: commit.author.date,
  tree: { __typename: 'Tree', oid: commit.tree.sha },
  history: async ({ path: file, since, until, ...page }: HistoryArguments) => {
    const query = new URLSearchParams({
      sha,
      per_page: '100',
      ...(file && { path: file }),
      ...(since && { since }),
      ...(until && { until }),
    })
    const commits = (await reader.get<Commit[]>(`${path}/commits?${query.toString()}`)) ?? []
    return connection(
      commits.map((entry) => commitNode(reader, path, entry, repositoryOf)),
      page,
    )
  },
  associatedPullRequests: async (page: Page) => {
    const pulls = (await reader.get<Pull[]>(`${path}/commits/${sha}/pulls`)) ?? []
    return connection(
      pulls.map((pull) => pullNode(pull, repositoryOf)),
      page,
    )
  },
})

/**
 * What a Git expression names: a commit (`HEAD`, a branch, a SHA), or a file or folder in it (`HEAD:docs/a.md`).
 *
 * @returns null where it names nothing
 */
export const gitObject = async (
  reader: Reader,
  path: string,
  expression: string,
  repositoryOf: RepositoryOf,
): Promise<object | null> => {
  const colon = expression.indexOf(':')
  if (colon === -1) {
    const commit = await reader.get<Commit>(`${path}/commits/${encodeURIComponent(expression)}`)
    return commit && commitNode(reader, path, commit, repositoryOf)
  }
  const [ref, file] = [expression.slice(0, colon), expression.slice(colon + 1)]
  const content = await reader.get<Content | Content[]>(
    `${path}/contents/${encodePath(file)}?ref=${encodeURIComponent(ref)}`,
  )
  if (content === null) return null
  return Array.isArray(content) ? treeNode(reader, path, content) : blobNode(reader, path, content.sha)
}
