import { match, type ApiRequest } from '../api.ts'
import { repositoryPath } from '../core.ts'
import type { Commit, Comparison, FileDiff, Pull, Repository } from '../views.ts'
import type { Happening } from './announcement.ts'
import type { Look, Observer } from './observer.ts'

/** What stands for "no commit" where a branch begins or ends. */
const NO_COMMIT = '0'.repeat(40)

type Branches = Map<string, string>

const branchesOf = async (look: Look, path: string): Promise<Branches> => {
  const branches = await look<{ name: string; commit: { sha: string } }[]>(
    `GET ${path}/branches?per_page=100`,
  )
  return new Map(branches?.map(({ name, commit }) => [name, commit.sha]))
}

const named = (files: FileDiff[], status: FileDiff['status']): string[] =>
  files.filter((file) => file.status === status).map(({ filename }) => filename)

/** A pushed commit. A rename counts as one file removed and one added, as in git itself. */
const pushedCommit = ({ sha, html_url, commit, author, committer, files = [] }: Commit) => ({
  id: sha,
  tree_id: commit.tree.sha,
  distinct: true,
  message: commit.message,
  timestamp: commit.committer.date,
  url: html_url,
  author: { name: commit.author.name, email: commit.author.email, ...(author && { username: author.login }) },
  committer: {
    name: commit.committer.name,
    email: commit.committer.email,
    ...(committer && { username: committer.login }),
  },
  added: [...named(files, 'added'), ...named(files, 'renamed')],
  removed: [
    ...named(files, 'removed'),
    ...files.flatMap(({ status, previous_filename: old }) => (status === 'renamed' && old ? [old] : [])),
  ],
  modified: named(files, 'modified'),
})

const commitsBetween = async (look: Look, path: string, before: string, after: string): Promise<Commit[]> => {
  if (after === NO_COMMIT) return []
  const shas =
    before === NO_COMMIT
      ? [after]
      : ((await look<Comparison>(`GET ${path}/compare/${before}...${after}`))?.commits.map(
          ({ sha }) => sha,
        ) ?? [])
  const commits = await Promise.all(shas.map((sha) => look<Commit>(`GET ${path}/commits/${sha}`)))
  return commits.filter((commit) => commit !== null)
}

const push = async (
  look: Look,
  path: string,
  branch: string,
  before: string,
  after: string,
): Promise<Happening> => {
  const commits = (await commitsBetween(look, path, before, after)).map(pushedCommit)
  const repository = await look<Repository>(`GET ${path}`)
  return {
    event: 'push',
    payload: {
      ref: `refs/heads/${branch}`,
      before,
      after,
      base_ref: null,
      created: before === NO_COMMIT,
      deleted: after === NO_COMMIT,
      forced: false,
      compare: `${repository?.html_url ?? ''}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits,
      head_commit: commits.at(-1) ?? null,
    },
  }
}

/** Pull requests of a fork's branch are found in the repository of the same name that it was forked from. */
const synchronized = async (
  look: Look,
  headPath: string,
  path: string,
  branch: string,
  before: string,
  after: string,
): Promise<Happening[]> => {
  const open = (await look<Pull[]>(`GET ${path}/pulls?state=open&per_page=100`)) ?? []
  const moved = await Promise.all(
    open
      .filter(({ head }) => head.ref === branch && `/repos/${head.repo?.full_name ?? ''}` === headPath)
      .map(({ number }) => look<Pull>(`GET ${path}/pulls/${number}`)),
  )
  return moved
    .filter((pull) => pull !== null)
    .map((pull) => ({
      event: 'pull_request',
      path,
      payload: { action: 'synchronize', number: pull.number, pull_request: pull, before, after },
    }))
}

const movesBranches = (request: ApiRequest) =>
  match(request, `${request.method} /repos/:owner/:repo/contents/:path*`) ??
  match(request, `${request.method} /repos/:owner/:repo/git/refs/:ref*`) ??
  match(request, 'POST /repos/:owner/:repo/git/refs') ??
  match(request, 'PUT /repos/:owner/:repo/pulls/:number/merge')

/** Watches the branches: a push for each one that moved, `synchronize` for each open pull request of it. */
export const observeBranches: Observer = async (request, look, owner) => {
  const target = movesBranches(request)
  if (!target) return null
  const path = repositoryPath(target)
  const base = repositoryPath({ owner, repo: target.repo })
  const before = await branchesOf(look, path)
  return async () => {
    const after = await branchesOf(look, path)
    const happenings: Happening[] = []
    for (const branch of new Set([...before.keys(), ...after.keys()])) {
      const [from, to] = [before.get(branch) ?? NO_COMMIT, after.get(branch) ?? NO_COMMIT]
      if (from === to) continue
      happenings.push(await push(look, path, branch, from, to))
      if (from !== NO_COMMIT && to !== NO_COMMIT)
        happenings.push(...(await synchronized(look, path, base, branch, from, to)))
    }
    return happenings
  }
}
