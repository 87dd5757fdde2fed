/**
 * Forks.
 * GitHub gives a fork the whole history of its parent, and shows the parent the commits of every pull request from a fork.
 * The emulator starts a fork with a history of its own, and shares no commits between repositories.
 * Here: commits are copied, which keeps their SHAs, as a SHA depends on nothing but the content.
 */
import { match, succeeded, type Next, type Repair } from '../api.ts'
import { read, readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Person, Repository } from '../views.ts'

interface GitCommit {
  sha: string
  message: string
  tree: { sha: string }
  parents: { sha: string }[]
  author: Person
  committer: Person
}

interface GitTree {
  tree: { path: string; mode: string; type: string; sha: string }[]
}

/**
 * Copies a commit with everything that it builds on, as far as the target does not have it.
 *
 * @param token may read the source and write the target
 */
export const copyCommits = async (
  next: Next,
  token: string,
  from: string,
  to: string,
  sha: string,
): Promise<void> => {
  if ((await readIfThere(next, `GET ${to}/git/commits/${sha}`, token)) !== null) return
  const get = <T>(call: string, body?: unknown): Promise<T> => read<T>(next, call, token, body)
  const { message, tree, parents, author, committer } = await get<GitCommit>(`GET ${from}/git/commits/${sha}`)
  for (const parent of parents) await copyCommits(next, token, from, to, parent.sha)
  const { tree: entries } = await get<GitTree>(`GET ${from}/git/trees/${tree.sha}?recursive=1`)
  const files = entries.filter(({ type }) => type === 'blob')
  for (const file of files) {
    const { content } = await get<{ content: string }>(`GET ${from}/git/blobs/${file.sha}`)
    await get(`POST ${to}/git/blobs`, { content, encoding: 'base64' })
  }
  const copied = await get<{ sha: string }>(`POST ${to}/git/trees`, { tree: files })
  const commit = {
    message,
    tree: copied.sha,
    parents: parents.map((parent) => parent.sha),
    author,
    committer,
  }
  await get(`POST ${to}/git/commits`, commit)
}

export const repairForks =
  ({ emulator }: Core): Repair =>
  async (request, next) => {
    const response = await next(request)
    const forked = match(request, 'POST /repos/:owner/:repo/forks')
    if (!forked || !succeeded(response)) return response
    const [parent, fork] = [repositoryPath(forked), `/repos/${(response.body as Repository).full_name}`]
    const { default_branch: branch } = response.body as Repository
    const ref = await read<{ object: { sha: string } }>(
      next,
      `GET ${parent}/git/ref/heads/${branch}`,
      emulator.rootToken(),
    )
    // The fork belongs to whoever made it: the local GitHub itself may not write there.
    const token = request.token ?? ''
    await copyCommits(next, token, parent, fork, ref.object.sha)
    await read(next, `PATCH ${fork}/git/refs/heads/${branch}`, token, { sha: ref.object.sha, force: true })
    return response
  }
