import { repositoryPath } from '../core.ts'
import type { Issue, Label, Pull, Repository } from '../views.ts'
import { commentsOf } from './comments.ts'
import { connection, type Page } from './connection.ts'
import { notFound } from './errors.ts'
import { gitObject } from './git-objects.ts'
import { issueNode, pullNode } from './issues.ts'
import type { Reader } from './reader.ts'

interface Branch {
  name: string
  commit: { sha: string }
}

/** `repository` and all that a query may ask of it. */
export const repositoryNode = (reader: Reader, repository: Repository): object => {
  const path = `/repos/${repository.full_name}`
  const repositoryOf = async (url: string): Promise<object | null> => {
    const found = await reader.get<Repository>(new URL(url).pathname.replace(/\/(issues|pulls)\/\d+$/, ''))
    return found && repositoryNode(reader, found)
  }
  const issueOrPull = async (number: number) => {
    const issue = await reader.get<Issue>(`${path}/issues/${number}`)
    if (issue === null) return null
    const comments = commentsOf(reader, path, number)
    if (!issue.pull_request) return { ...issueNode(issue, repositoryOf), comments }
    const pull = await reader.get<Pull>(`${path}/pulls/${number}`)
    return pull && { ...pullNode(pull, repositoryOf), comments }
  }
  const found = async <T>(
    what: string,
    node: T | null,
    wanted: string[] = ['Issue', 'PullRequest'],
  ): Promise<T> => {
    const type = (node as { __typename?: string } | null)?.__typename ?? ''
    if (node === null || !wanted.includes(type)) throw notFound(what)
    return Promise.resolve(node)
  }
  return {
    __typename: 'Repository',
    id: repository.node_id,
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.full_name,
    owner: { __typename: 'Organization', login: repository.owner.login, id: repository.owner.node_id },
    url: repository.html_url,
    isPrivate: repository.private,
    isArchived: repository.archived,
    hasIssuesEnabled: repository.has_issues,
    defaultBranchRef: async () => {
      const branch = await reader.get<Branch>(`${path}/branches/${repository.default_branch}`)
      return (
        branch && {
          name: branch.name,
          target: () => gitObject(reader, path, branch.commit.sha, repositoryOf),
        }
      )
    },
    object: ({ expression, oid }: { expression?: string; oid?: string }) =>
      gitObject(reader, path, expression ?? oid ?? 'HEAD', repositoryOf),
    labels: async (page: Page & { query?: string }) => {
      const labels = (await reader.get<Label[]>(`${path}/labels?per_page=100`)) ?? []
      return connection(
        labels.map(({ name, color }) => ({ name, color })),
        page,
      )
    },
    label: async ({ name }: { name: string }) => {
      const label = await reader.get<Label>(`${path}/labels/${encodeURIComponent(name)}`)
      return label && { __typename: 'Label', id: label.node_id, name: label.name, color: label.color }
    },
    issue: async ({ number }: { number: number }) =>
      found(`an Issue with the number of ${number}`, await issueOrPull(number), ['Issue']),
    pullRequest: async ({ number }: { number: number }) =>
      found(`a PullRequest with the number of ${number}`, await issueOrPull(number), ['PullRequest']),
    issueOrPullRequest: async ({ number }: { number: number }) =>
      found(`an issue or pull request with the number of ${number}`, await issueOrPull(number)),
  }
}

export const repositoryField =
  (reader: Reader) =>
  async ({ owner, name }: { owner: string; name: string }): Promise<object> => {
    const repository = await reader.get<Repository>(repositoryPath({ owner, repo: name }))
    if (repository === null) throw notFound(`a Repository with the name '${owner}/${name}'`)
    return repositoryNode(reader, repository)
  }
