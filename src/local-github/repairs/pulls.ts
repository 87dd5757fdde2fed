/**
 * Pull requests.
 * GitHub moves an open pull request's head with its branch, lists the changed files, and merges the changes into whatever the
 * base branch has become; while it is open, it tries the merge and gives the commit that came of it. The emulator freezes the
 * head when the pull request is opened, lists no files, tries nothing, and merges by taking the head's tree, which undoes
 * everything merged in between.
 * Here: the head of an open pull request is read from its branch, files come from a comparison, and after the emulator's
 * merge the base branch is set to a proper merge commit. The heads and merge commits so found are kept here. GitHub tries a
 * merge some seconds later; here it is tried at once.
 */
import {
  failure,
  fields,
  json,
  match,
  succeeded,
  type ApiRequest,
  type ApiResponse,
  type Next,
  type Repair,
} from '../api.ts'
import { read, readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Commit, Comparison, Pull } from '../views.ts'
import { copyCommits } from './forks.ts'
import { paged } from './lists.ts'
import { mergeTrees } from './merge.ts'

interface Ending {
  head: string
  mergeCommit: string | null
}

export const repairPulls = ({ emulator, url }: Core): Repair => {
  /** What closed pull requests ended with, by address. */
  const endings = new Map<string, Ending>()

  const present = async (next: Next, pull: Pull): Promise<Pull> => {
    const ending = endings.get(pull.url)
    const repository = pull.head.repo
    if (ending)
      return { ...pull, merge_commit_sha: ending.mergeCommit, head: { ...pull.head, sha: ending.head } }
    if (repository === null || pull.state === 'closed') return pull
    const base = `/repos/${pull.base.repo?.full_name ?? repository.full_name}`
    const path = `/repos/${repository.full_name}/git/ref/heads/${pull.head.ref}`
    const ref = await readIfThere<{ object: { sha: string } }>(next, `GET ${path}`, emulator.rootToken())
    if (ref === null) return pull
    await copyCommits(next, emulator.rootToken(), `/repos/${repository.full_name}`, base, ref.object.sha)
    return { ...pull, head: { ...pull.head, sha: ref.object.sha } }
  }

  const compare = (next: Next, path: string, { base, head }: Pull): Promise<Comparison> =>
    read<Comparison>(next, `GET ${path}/compare/${base.sha}...${head.sha}`, emulator.rootToken())

  const measured = async (next: Next, path: string, pull: Pull): Promise<Pull> => {
    const { files, commits } = await compare(next, path, pull)
    const sum = (key: 'additions' | 'deletions'): number =>
      files.reduce((total, file) => total + file[key], 0)
    const size = {
      commits: commits.length,
      changed_files: files.length,
      additions: sum('additions'),
      deletions: sum('deletions'),
    }
    return { ...pull, ...size }
  }

  /** The commit that merging it would make now. */
  const tried = async (next: Next, path: string, pull: Pull): Promise<Pull> => {
    if (pull.state === 'closed') return pull
    const root = emulator.rootToken()
    const merged = await mergeTrees(next, root, path, pull)
    if (merged === 'conflict') return { ...pull, mergeable: false, merge_commit_sha: null }
    const { commit } = await read<Commit>(next, `GET ${path}/commits/${pull.head.sha}`, root)
    const message = `Merge ${pull.head.sha} into ${pull.base.ref}`
    const sha = await merged.write({ ...commit, message }, false)
    return { ...pull, mergeable: true, merge_commit_sha: sha }
  }

  const merge = async (
    request: ApiRequest,
    next: Next,
    path: string,
    number: string,
  ): Promise<ApiResponse> => {
    const found = await next({ ...request, method: 'GET', path: `${path}/pulls/${number}`, body: undefined })
    if (!succeeded(found)) return found
    const pull = await present(next, found.body as Pull)
    const { sha: expected } = fields(request.body)
    if (expected !== undefined && expected !== pull.head.sha)
      return failure(409, 'Head branch was modified. Review and try the merge again.')
    const merged = await mergeTrees(next, emulator.rootToken(), path, pull)
    if (merged === 'conflict') return failure(405, 'Pull Request is not mergeable')
    // The emulator compares `sha` with the head that it froze.
    const response = await next({ ...request, body: { ...fields(request.body), sha: undefined } })
    if (!succeeded(response)) return response
    const root = emulator.rootToken()
    const { sha: replaced } = response.body as { sha: string }
    const { commit, parents } = await read<Commit>(next, `GET ${path}/commits/${replaced}`, root)
    const sha = await merged.write(commit, parents.length < 2)
    await read(next, `PATCH ${path}/git/refs/heads/${pull.base.ref}`, root, { sha, force: true })
    endings.set(pull.url, { head: pull.head.sha, mergeCommit: sha })
    return json(200, { ...(response.body as object), sha })
  }

  return async (request, next) => {
    const merging = match(request, 'PUT /repos/:owner/:repo/pulls/:number/merge')
    if (merging) return merge(request, next, repositoryPath(merging), merging.number)

    const files = match(request, 'GET /repos/:owner/:repo/pulls/:number/files')
    const commits = match(request, 'GET /repos/:owner/:repo/pulls/:number/commits')
    const part = files ?? commits
    if (part) {
      const path = repositoryPath(part)
      const found = await next({
        ...request,
        path: `${path}/pulls/${part.number}`,
        query: new URLSearchParams(),
      })
      if (!succeeded(found)) return found
      const comparison = await compare(next, path, await present(next, found.body as Pull))
      return paged(request, url, files ? comparison.files : comparison.commits)
    }

    const changed = match(request, 'PATCH /repos/:owner/:repo/pulls/:number')
    const before =
      changed && (await present(next, await read<Pull>(next, `GET ${request.path}`, emulator.rootToken())))
    const response = await next(request)
    if (!succeeded(response)) return response
    const pull = response.body as Pull
    if (before?.state === 'open' && pull.state === 'closed') {
      endings.set(pull.url, { head: before.head.sha, mergeCommit: null })
    }
    if (changed && pull.state === 'open') endings.delete(pull.url)
    const one = changed ?? match(request, 'GET /repos/:owner/:repo/pulls/:number')
    if (one) {
      const path = repositoryPath(one)
      return {
        ...response,
        body: await tried(next, path, await measured(next, path, await present(next, pull))),
      }
    }
    if (match(request, 'GET /repos/:owner/:repo/pulls')) {
      return {
        ...response,
        body: await Promise.all((response.body as Pull[]).map((pull) => present(next, pull))),
      }
    }
    return response
  }
}
