import type { Next } from '../api.ts'
import { read } from '../core.ts'
import type { Commit, Comparison, FileDiff, Pull } from '../views.ts'
import { mergeLines } from './merge-lines.ts'

interface TreeEntry {
  path: string
  mode: '100644'
  type: 'blob'
  sha: string | null
}

const entry = (path: string, sha: string | null): TreeEntry => ({ path, mode: '100644', type: 'blob', sha })

const entriesOf = (file: FileDiff): TreeEntry[] => [
  ...(file.previous_filename ? [entry(file.previous_filename, null)] : []),
  entry(file.filename, file.status === 'removed' ? null : file.sha),
]

type Get = <T>(call: string, body?: unknown) => Promise<T>

const touched = (files: FileDiff[]): Map<string, string | null> =>
  new Map(files.flatMap(entriesOf).map(({ path, sha }) => [path, sha]))

const textOf = async (get: Get, path: string, sha: string): Promise<string> => {
  const { content } = await get<{ content: string }>(`GET ${path}/git/blobs/${sha}`)
  return Buffer.from(content, 'base64').toString()
}

/** What becomes of a file that both sides changed: its new content, or a conflict. */
const mergeFile = async (
  get: Get,
  path: string,
  { file, base, ours, theirs }: { file: string; base: string; ours: string | null; theirs: string | null },
): Promise<TreeEntry | 'conflict'> => {
  const name = file.split('/').map(encodeURIComponent).join('/')
  const before = await get<{ sha: string }>(`GET ${path}/contents/${name}?ref=${base}`).catch(() => null)
  if (before === null || ours === null || theirs === null) return 'conflict'
  const [old, our, their] = await Promise.all([before.sha, ours, theirs].map((sha) => textOf(get, path, sha)))
  const merged = mergeLines(old ?? '', our ?? '', their ?? '')
  if (merged === null) return 'conflict'
  const blob = { content: Buffer.from(merged).toString('base64'), encoding: 'base64' }
  return entry(file, (await get<{ sha: string }>(`POST ${path}/git/blobs`, blob)).sha)
}

export interface PreparedMerge {
  /** Writes the merged files as a commit that no branch points to yet, and returns its SHA. */
  write: (
    like: Pick<Commit['commit'], 'message' | 'author' | 'committer'>,
    isSquashed: boolean,
  ) => Promise<string>
}

/** Merges a pull request's changes into the present state of its base branch. */
export const mergeTrees = async (
  next: Next,
  token: string,
  path: string,
  pull: Pull,
): Promise<PreparedMerge | 'conflict'> => {
  const get: Get = (call, body) => read(next, call, token, body)
  const ref = `${path}/git/ref/heads/${pull.base.ref}`
  const tip = (await get<{ object: { sha: string } }>(`GET ${ref}`)).object.sha
  const changes = await get<Comparison>(`GET ${path}/compare/${tip}...${pull.head.sha}`)
  const base = changes.merge_base_commit.sha
  const meanwhile = touched((await get<Comparison>(`GET ${path}/compare/${base}...${tip}`)).files)
  const entries: TreeEntry[] = []
  for (const change of changes.files.flatMap(entriesOf)) {
    const ours = meanwhile.get(change.path)
    const isChangedByBoth = ours !== undefined && ours !== change.sha
    const merged = isChangedByBoth
      ? await mergeFile(get, path, { file: change.path, base, ours, theirs: change.sha })
      : change
    if (merged === 'conflict') return 'conflict'
    entries.push(merged)
  }

  return {
    write: async ({ message, author, committer }, isSquashed) => {
      const { commit: before } = await get<Commit>(`GET ${path}/commits/${tip}`)
      const tree = await get<{ sha: string }>(`POST ${path}/git/trees`, {
        base_tree: before.tree.sha,
        tree: entries,
      })
      const parents = isSquashed ? [tip] : [tip, pull.head.sha]
      const commit = { message, tree: tree.sha, parents, author, committer }
      return (await get<{ sha: string }>(`POST ${path}/git/commits`, commit)).sha
    },
  }
}
