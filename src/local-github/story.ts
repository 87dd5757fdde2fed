import { succeeded } from './api.ts'
import { readAll, requestFor, UnexpectedAnswer } from './core.ts'
import { createGitWriter, type Files } from './git-writer.ts'
import type { LocalGitHub } from './server.ts'
import type { Comment, Issue, Pull, Repository } from './views.ts'

export type { Files }

export interface OpenPullRequest {
  files: Files
  title: string
  body?: string
  author?: string
  branch?: string
  /** From a fork that the author owns. */
  fork?: boolean
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
  /** Pushes once more to a fork's branch. */
  pushToFork: (branch: string, files: Files, author: string) => Promise<void>
  /** Sets the base, or makes it a draft or ready. */
  changePullRequest: (
    number: number,
    changes: { base?: string; draft?: boolean; title?: string },
  ) => Promise<Pull>
  /** Asks for a check run again. */
  rerunCheck: (id: number) => Promise<unknown>
  /** Changes the repository's settings. */
  configure: (changes: {
    name?: string
    private?: boolean
    archived?: boolean
    has_issues?: boolean
  }) => Promise<Repository>
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
 *
 * @param person who acts where an action names nobody else
 * @param repo the organization's repository where it happens
 */
export const createStory = (github: LocalGitHub, person = 'maya', repo = github.repo): Story => {
  const repository = `/repos/${github.owner}/${repo}`
  let branches = 0

  const call = async <T>(what: string, body?: unknown, login = person): Promise<T> => {
    const response = await github.as(login, what, body)
    if (!succeeded(response)) throw new UnexpectedAnswer(requestFor(what, undefined, body), response)
    return response.body as T
  }

  const all = async <T>(path: string): Promise<T[]> => {
    const token = await github.tokenFor(person)
    return readAll<T>(
      ({ method, path: target, query }) => github.as(person, `${method} ${target}?${query.toString()}`),
      path,
      token,
    )
  }

  const git = createGitWriter(call, repository)

  const push: Story['push'] = async (files, message, branch = 'main', login = person) => {
    const sha = await git.commit(branch, files, message, login)
    await git.moveBranch(branch, sha, login)
    return sha
  }

  const forkOf = async (author: string) => {
    const path = `/repos/${author}/${repo}`
    if ((await github.as(author, `GET ${path}`)).status !== 200)
      await call(`POST ${repository}/forks`, {}, author)
    return createGitWriter(call, path)
  }

  const openPullRequest: Story['openPullRequest'] = async ({
    files,
    title,
    body = '',
    author = person,
    fork,
    ...more
  }) => {
    const branch = more.branch ?? `change-${++branches}`
    const source = fork ? await forkOf(author) : git
    const sha = await source.commit('main', files, title, author)
    await source.createBranch(branch, sha, author)
    const head = fork ? `${author}:${branch}` : branch
    return call<Pull>(`POST ${repository}/pulls`, { title, body, head, base: 'main' }, author)
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
    openPullRequest,
    pushToFork: async (branch, files, author) => {
      const fork = await forkOf(author)
      await fork.moveBranch(branch, await fork.commit(branch, files, 'Change', author), author)
    },
    changePullRequest: (number, changes) => call<Pull>(`PATCH ${repository}/pulls/${number}`, changes),
    rerunCheck: (id) => call(`POST ${repository}/check-runs/${id}/rerequest`),
    configure: (changes) => call<Repository>(`PATCH ${repository}`, changes),
    merge: async (number, method = 'merge') => {
      await call(`PUT ${repository}/pulls/${number}/merge`, { merge_method: method })
      return call<Pull>(`GET ${repository}/pulls/${number}`)
    },
    openIssue: (issue, author = person) => call<Issue>(`POST ${repository}/issues`, issue, author),
    closeIssue: (number, reason = 'completed') => change(number, { state: 'closed', state_reason: reason }),
    reopen: (number) => change(number, { state: 'open' }),
    retitle: (number, title) => change(number, { title }),
    rewrite: (number, body) => change(number, { body }),
    label: (number, ...labels) => call(`POST ${repository}/issues/${number}/labels`, { labels }),
    unlabel: (number, label) =>
      call(`DELETE ${repository}/issues/${number}/labels/${encodeURIComponent(label)}`),
    assign: (number, ...assignees) => call(`POST ${repository}/issues/${number}/assignees`, { assignees }),
    unassign: (number, ...assignees) =>
      call(`DELETE ${repository}/issues/${number}/assignees`, { assignees }),
    comment: (number, body, author = person) =>
      call<Comment>(`POST ${repository}/issues/${number}/comments`, { body }, author),
    deleteIssue: async (number) => {
      const { node_id: id } = await call<Issue>(`GET ${repository}/issues/${number}`)
      await mutate('deleteIssue', { issueId: id })
    },
    transferIssue: async (number, to) => {
      const { node_id: id } = await call<Issue>(`GET ${repository}/issues/${number}`)
      const target = await call<{ node_id: string }>(`GET /repos/${github.owner}/${to}`)
      await mutate('transferIssue', { issueId: id, repositoryId: target.node_id })
    },
    readIssue: (number) => call<Issue>(`GET ${repository}/issues/${number}`),
    listIssues: async () =>
      (await all<Issue>(`${repository}/issues?state=all&direction=asc`)).filter(
        (issue) => !issue.pull_request,
      ),
    listComments: (number) => all<Comment>(`${repository}/issues/${number}/comments`),
    readFile: async (path) => {
      const response = await github.as(person, `GET ${repository}/contents/${path}`)
      return response.status === 200
        ? Buffer.from((response.body as { content: string }).content, 'base64').toString()
        : null
    },
  }
}
