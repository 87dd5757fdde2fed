import { succeeded } from './api.ts'
import { readAll, requestFor, UnexpectedAnswer } from './core.ts'
import { createGitWriter, type GitWriter } from './git-writer.ts'
import type { LocalGitHub } from './server.ts'
import type { Story } from './story-types.ts'
import type { Comment, Issue, Pull, Repository } from './views.ts'

export type { Files, NewIssue, OpenPullRequest, Story } from './story-types.ts'

/**
 * People at work on the local GitHub. Everything they do goes through the API, and so causes the webhooks that it causes on
 * GitHub. Their requests are neither recorded nor struck by faults.
 *
 * @param person who acts where an action names nobody else
 * @param repo the organization's repository where it happens
 */
export const createStory = (github: LocalGitHub, person = 'maya', repo = github.repo): Story => {
  const repository = `/repos/${github.owner}/${repo}`

  const call = async <T>(what: string, body?: unknown, login = person): Promise<T> => {
    const response = await github.as(login, what, body)
    if (!succeeded(response)) throw new UnexpectedAnswer(requestFor(what, undefined, body), response)
    return response.body as T
  }

  const all = <T>(path: string): Promise<T[]> =>
    readAll<T>(
      ({ path: list, query }) => github.as(person, `GET ${list}?${query.toString()}`),
      path,
      undefined,
    )

  const git = createGitWriter(call, repository)

  const push: Story['push'] = async (files, message, branch = 'main', login = person) => {
    const sha = await git.commit(branch, files, message, login)
    await git.moveBranch(branch, sha, login)
    return sha
  }

  const forkOf = async (author: string): Promise<GitWriter> => {
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
    const source = fork ? await forkOf(author) : git
    const sha = await source.commit('main', files, title, author)
    const branch = more.branch ?? `change-${sha.slice(0, 8)}`
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
      const response = await github.as(
        person,
        `GET ${repository}/contents/${path.split('/').map(encodeURIComponent).join('/')}`,
      )
      return response.status === 200
        ? Buffer.from((response.body as { content: string }).content, 'base64').toString()
        : null
    },
  }
}
