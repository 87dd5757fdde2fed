/** Text or bytes of a file; null removes it. */
export type Files = Record<string, string | Uint8Array | null>

/** Makes one API call as a person; rejects where GitHub refuses it. */
export type Call = <T>(call: string, body?: unknown, login?: string) => Promise<T>

/** Writes commits the way `git push` does, through the Git database. */
export interface GitWriter {
  /** Writes files in one commit on top of a branch, without moving the branch; returns its SHA. */
  commit: (branch: string, files: Files, message: string, login: string) => Promise<string>
  createBranch: (branch: string, sha: string, login: string) => Promise<void>
  moveBranch: (branch: string, sha: string, login: string) => Promise<void>
}

/** @param repository API path of the repository */
export const createGitWriter = (call: Call, repository: string): GitWriter => {
  const blob = async (content: string | Uint8Array, login: string): Promise<string> => {
    const body = { content: Buffer.from(content).toString('base64'), encoding: 'base64' }
    return (await call<{ sha: string }>(`POST ${repository}/git/blobs`, body, login)).sha
  }

  const entry = async (
    path: string,
    content: string | Uint8Array | null,
    login: string,
  ): Promise<object> => ({
    path,
    mode: '100644',
    type: 'blob',
    sha: content === null ? null : await blob(content, login),
  })

  return {
    commit: async (branch, files, message, login) => {
      const { object } = await call<{ object: { sha: string } }>(
        `GET ${repository}/git/ref/heads/${branch}`,
        undefined,
        login,
      )
      const { tree: base } = await call<{ tree: { sha: string } }>(
        `GET ${repository}/git/commits/${object.sha}`,
        undefined,
        login,
      )
      const entries = await Promise.all(
        Object.entries(files).map(([path, content]) => entry(path, content, login)),
      )
      const tree = await call<{ sha: string }>(
        `POST ${repository}/git/trees`,
        { base_tree: base.sha, tree: entries },
        login,
      )
      const commit = { message, tree: tree.sha, parents: [object.sha] }
      return (await call<{ sha: string }>(`POST ${repository}/git/commits`, commit, login)).sha
    },
    createBranch: async (branch, sha, login) => {
      await call(`POST ${repository}/git/refs`, { ref: `refs/heads/${branch}`, sha }, login)
    },
    moveBranch: async (branch, sha, login) => {
      await call(`PATCH ${repository}/git/refs/heads/${branch}`, { sha }, login)
    },
  }
}
