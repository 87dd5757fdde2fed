import { succeeded } from './api.ts'
import { UnexpectedAnswer, requestFor } from './core.ts'
import type { LocalGitHub } from './server.ts'
import type { Comment, Issue, Pull } from './views.ts'

/** Text or bytes of a file; null removes it. */
export type Files = Record<string, string | Uint8Array | null>

export interface OpenPullRequest {
  files: Files
  title: string
  body?: string
  author?: string
  branch?: string
}

export interface NewIssue {
  title: string
  body?: string
  labels?: string[]
  assignees?: string[]
}

/** What people do. Each action rejects with `UnexpectedAnswer` where GitHub refuses it. */
export interface Story {
  /** Pushes several files in one commit and returns its SHA; null removes a file. */
  push: (files: Files, message: string, branch?: string, person?: string) => Promise<string>
  /** Pushes one file to the default branch. */
  commitFile: (path: string, content: string | Uint8Array | null, message?: string) => Promise<string>
  openPullRequest: (pull: OpenPullRequest) => Promise<Pull>
  merge: (number: number, method?: 'merge' | 'squash' | 'rebase') => Promise<Pull>
  openIssue: (issue: NewIssue, author?: string) => Promise<Issue>
  closeIssue: (number: number, reason?: 'completed' | 'not_planned' | 'duplicate') => Promise<Issue>
  reopen: (number: number) => Promise<Issue>
  retitle: (number: number, title: string) => Promise<Issue>
  rewrite: (number: number, body: string) => Promise<Issue>
  label: (number: number, ...labels: string[]) => Promise<unknown>
  unlabel: (number: number, label: string) => Promise<unknown>
  assign: (number: number, ...logins: string[]) => Promise<unknown>
  unassign: (number: number, ...logins: string[]) => Promise<unknown>
  comment: (number: number, body: string, author?: string) => Promise<Comment>
  deleteIssue: (number: number) => Promise<void>
  /** Moves an issue to another repository of the organization. */
  transferIssue: (number: number, repository: string) => Promise<void>
  readIssue: (number: number) => Promise<Issue>
  /** All issues, open and closed, oldest first, without pull requests. */
  listIssues: () => Promise<Issue[]>
  listComments: (number: number) => Promise<Comment[]>
  /** A file's text on the default branch; null where there is none. */
  readFile: (path: string) => Promise<string | null>
}

/**
 * People at work on the local GitHub. Everything they do goes through the API, and so causes the webhooks that it causes on
 * GitHub. Their requests are neither recorded nor struck by faults.
 */
export const createStory = (github: LocalGitHub, person = 'maya'): Story => {
  const repository = `/repos/${github.owner}/${github.repo}`
  let branches = 0

  const call = async <T>(what: string, body?: unknown, login = person): Promise<T> => {
    const response = await github.as(login, what, body)
    if (!succeeded(response)) throw new UnexpectedAnswer(requestFor(what, undefined, body), response)
    return response.body as T
  }

  const tip = async (branch: string): Promise<string> =>
    (await call<{ object: { sha: string } }>(`GET ${repository}/git/ref/heads/${branch}`)).object.sha

  /** Writes files in one commit on top of a branch, without moving the branch. */
  const write = async (branch: string, files: Files, message: string, login: string): Promise<string> => {
    const parent = await tip(branch)
    const { tree } = await call<{ tree: { sha: string } }>(`GET ${repository}/git/commits/${parent}`)
    const entries = await Promise.all(
      Object.entries(files).map(async ([path, content]) => ({
        path,
        mode: '100644',
        type: 'blob',
        sha: content === null ? null : await blob(content, login),
      })),
    )
    const { sha } = await call<{ sha: string }>(
      `POST ${repository}/git/trees`,
      { base_tree: tree.sha, tree: entries },
      login,
    )
    const commit = { message, tree: sha, parents: [parent] }
    return (await call<{ sha: string }>(`POST ${repository}/git/commits`, commit, login)).sha
  }

  const blob = async (content: string | Uint8Array, login: string): Promise<string> => {
    const body = { content: Buffer.from(content).toString('base64'), encoding: 'base64' }
    return (await call<{ sha: string }>(`POST ${repository}/git/blobs`, body, login)).sha
  }

  const push = async (files: Files, message: string, branch = 'main', login = person): Promise<string> => {
    const sha = await write(branch, files, message, login)
    await call(`PATCH ${repository}/git/refs/heads/${branch}`, { sha }, login)
    return sha
  }

  const change = (number: number, body: object): Promise<Issue> =>
    call<Issue>(`PATCH ${repository}/issues/${number}`, body)

  /** Some actions exist only in GraphQL. */
  const mutate = async (name: 'deleteIssue' | 'transferIssue', input: object): Promise<void> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { clientMutationId } }`
    const { errors } = await call<{ errors?: object[] }>('POST /graphql', { query, variables: { input } })
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`)
  }

  return {
    push,
    commitFile: (path: string, content: string | Uint8Array | null, message = `Update ${path}`) =>
      push({ [path]: content }, message),
    openPullRequest: async ({
      files,
      title,
      body = '',
      author = person,
      branch = `change-${++branches}`,
    }: OpenPullRequest) => {
      const sha = await write('main', files, title, author)
      await call(`POST ${repository}/git/refs`, { ref: `refs/heads/${branch}`, sha }, author)
      return call<Pull>(`POST ${repository}/pulls`, { title, body, head: branch, base: 'main' }, author)
    },
    merge: async (number: number, method: 'merge' | 'squash' | 'rebase' = 'merge'): Promise<Pull> => {
      await call(`PUT ${repository}/pulls/${number}/merge`, { merge_method: method })
      return call<Pull>(`GET ${repository}/pulls/${number}`)
    },
    openIssue: (issue, author = person) => call<Issue>(`POST ${repository}/issues`, issue, author),
    closeIssue: (number: number, reason: 'completed' | 'not_planned' | 'duplicate' = 'completed') =>
      change(number, { state: 'closed', state_reason: reason }),
    reopen: (number: number) => change(number, { state: 'open' }),
    retitle: (number: number, title: string) => change(number, { title }),
    rewrite: (number: number, body: string) => change(number, { body }),
    label: (number: number, ...labels: string[]) =>
      call(`POST ${repository}/issues/${number}/labels`, { labels }),
    unlabel: (number: number, label: string) =>
      call(`DELETE ${repository}/issues/${number}/labels/${encodeURIComponent(label)}`),
    assign: (number: number, ...assignees: string[]) =>
      call(`POST ${repository}/issues/${number}/assignees`, { assignees }),
    unassign: (number: number, ...assignees: string[]) =>
      call(`DELETE ${repository}/issues/${number}/assignees`, { assignees }),
    comment: (number: number, body: string, author = person) =>
      call<Comment>(`POST ${repository}/issues/${number}/comments`, { body }, author),
    deleteIssue: async (number: number) => {
      const { node_id: id } = await call<Issue>(`GET ${repository}/issues/${number}`)
      await mutate('deleteIssue', { issueId: id })
    },
    transferIssue: async (number: number, to: string) => {
      const { node_id: id } = await call<Issue>(`GET ${repository}/issues/${number}`)
      const target = await call<{ node_id: string }>(`GET /repos/${github.owner}/${to}`)
      await mutate('transferIssue', { issueId: id, repositoryId: target.node_id })
    },
    readIssue: (number: number) => call<Issue>(`GET ${repository}/issues/${number}`),
    listIssues: async () =>
      (await call<Issue[]>(`GET ${repository}/issues?state=all&direction=asc&per_page=100`)).filter(
        (issue) => !issue.pull_request,
      ),
    listComments: (number: number) =>
      call<Comment[]>(`GET ${repository}/issues/${number}/comments?per_page=100`),
    readFile: async (path: string): Promise<string | null> => {
      const response = await github.as(person, `GET ${repository}/contents/${path}`)
      return response.status === 200
        ? Buffer.from((response.body as { content: string }).content, 'base64').toString()
        : null
    },
  }
}
