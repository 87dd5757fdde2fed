/**
 * Commits.
 * GitHub tells which pull requests a commit belongs to; the emulator does not.
 * GitHub's history of a path leaves out a merge that took the path unchanged from one of its parents, as git does; the
 * emulator compares with the first parent alone and so shows the merge beside the commit it merged.
 */
import { match, succeeded, type ApiRequest, type ApiResponse, type Next, type Repair } from '../api.ts'
import { readAll, readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Commit, Comparison, Pull } from '../views.ts'
import { paged } from './lists.ts'

export const repairCommits = ({ emulator, url }: Core): Repair => {
  /** Commits of a pull request by base and head: commits never change. */
  const known = new Map<string, Promise<Set<string>>>()

  const commitsOf = (next: Next, path: string, { base, head }: Pull): Promise<Set<string>> => {
    const range = `${path}/compare/${base.sha}...${head.sha}`
    const fresh = async (): Promise<Set<string>> => {
      const comparison = await readIfThere<Comparison>(next, `GET ${range}`, emulator.rootToken())
      return new Set(comparison?.commits.map(({ sha }) => sha))
    }
    const found = known.get(range) ?? fresh()
    known.set(range, found)
    return found
  }

  const pullsWith = async (
    request: ApiRequest,
    next: Next,
    path: string,
    sha: string,
  ): Promise<ApiResponse> => {
    const commit = await next({ ...request, path: `${path}/commits/${sha}` })
    if (!succeeded(commit)) return commit
    const pulls = await readAll<Pull>(next, `${path}/pulls?state=all`, emulator.rootToken())
    const holding: Pull[] = []
    for (const pull of pulls) {
      const holds = pull.merge_commit_sha === sha || (await commitsOf(next, path, pull)).has(sha)
      if (holds) holding.push(pull)
    }
    // A merged pull request brought the commit; others that merely contain it do not count then.
    const merged = holding.filter(({ merged_at }) => merged_at !== null)
    return paged(request, url, merged.length > 0 ? merged : holding.filter(({ state }) => state === 'open'))
  }

  const blobAt = async (next: Next, path: string, file: string, sha: string): Promise<string | null> => {
    const address = `${path}/contents/${file.split('/').map(encodeURIComponent).join('/')}?ref=${sha}`
    const found = await readIfThere<{ sha: string }>(next, `GET ${address}`, emulator.rootToken())
    return found?.sha ?? null
  }

  const changes = async (
    next: Next,
    path: string,
    file: string,
    { sha, parents }: Commit,
  ): Promise<boolean> => {
    if (parents.length < 2) return true
    const blobs = await Promise.all(
      [sha, ...parents.map((parent) => parent.sha)].map((at) => blobAt(next, path, file, at)),
    )
    return blobs.slice(1).every((blob) => blob !== blobs[0])
  }

  return async (request, next) => {
    const asked = match(request, 'GET /repos/:owner/:repo/commits/:sha/pulls')
    if (asked) return pullsWith(request, next, repositoryPath(asked), asked.sha)
    const history = match(request, 'GET /repos/:owner/:repo/commits')
    const file = request.query.get('path')
    if (!history || file === null) return next(request)
    const path = repositoryPath(history)
    const query = new URLSearchParams(request.query)
    query.delete('page')
    query.delete('per_page')
    const allowed = await next({ ...request, query: new URLSearchParams([...query, ['per_page', '1']]) })
    if (!succeeded(allowed)) return allowed
    const commits = await readAll<Commit>(next, `${path}/commits?${query.toString()}`, emulator.rootToken())
    const kept = await Promise.all(commits.map((commit) => changes(next, path, file, commit)))
    const shown = commits.filter((_, index) => kept[index])
    return paged(request, url, shown)
  }
}
