import type { Next } from '../api.ts'
import { read } from '../core.ts'
import type { Commit, Comparison, FileDiff, Pull } from '../views.ts'

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

const touched = (files: FileDiff[]): Map<string, string | null> =>
  new Map(files.flatMap(entriesOf).map(({ path, sha }) => [path, sha]))

const conflicts = (ours: FileDiff[], theirs: FileDiff[]): boolean => {
  const base = touched(ours)
  return [...touched(theirs)].some(([path, sha]) => base.has(path) && base.get(path) !== sha)
}

export interface PreparedMerge {
  /** Writes the merge commit that replaces the emulator's, points the base branch at it, and returns its SHA. */
  commit: (replaced: string) => Promise<string>
}

/**
 * Merges a pull request's changes into the present state of its base branch, file by file.
 * GitHub merges lines; two changes to one file are a conflict here.
 */
export const mergeTrees = async (
  next: Next,
  token: string,
  path: string,
  pull: Pull,
): Promise<PreparedMerge | 'conflict'> => {
  const get = <T>(call: string, body?: unknown): Promise<T> => read<T>(next, call, token, body)
  const ref = `${path}/git/refs/heads/${pull.base.ref}`
  const tip = (await get<{ object: { sha: string } }>(`GET ${ref.replace('/refs/', '/ref/')}`)).object.sha
  const changes = await get<Comparison>(`GET ${path}/compare/${tip}...${pull.head.sha}`)
  const base = changes.merge_base_commit.sha
  const meanwhile = await get<Comparison>(`GET ${path}/compare/${base}...${tip}`)
  if (conflicts(meanwhile.files, changes.files)) return 'conflict'

  return {
    commit: async (replaced) => {
      const { commit, parents } = await get<Commit>(`GET ${path}/commits/${replaced}`)
      const { commit: before } = await get<Commit>(`GET ${path}/commits/${tip}`)
      const { sha: tree } = await get<{ sha: string }>(`POST ${path}/git/trees`, {
        base_tree: before.tree.sha,
        tree: changes.files.flatMap(entriesOf),
      })
      const { sha } = await get<{ sha: string }>(`POST ${path}/git/commits`, {
        message: commit.message,
        tree,
        parents: parents.length > 1 ? [tip, pull.head.sha] : [tip],
        author: commit.author,
        committer: commit.committer,
      })
      await get(`PATCH ${ref}`, { sha, force: true })
      return sha
    },
  }
}
