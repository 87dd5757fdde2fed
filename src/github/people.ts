import { RequestError } from '@octokit/request-error'
import type { RepositoryName, SaidComment } from '../jobs/ports.ts'
import { sameRepository } from '../plan/references.ts'
import type { Issue } from '../plan/types.ts'
import { isOwn } from './author.ts'
import type { Client } from './client.ts'
import { toIssue } from './issues.ts'
import { repositoryOf } from './repository-name.ts'

/** @returns a comment and who wrote it; null where it is gone, or its author is */
export const readComment = async (
  client: Client,
  repository: RepositoryName,
  id: number,
): Promise<SaidComment | null> => {
  const data = await unlessGone(() => client.rest.issues.getComment({ ...repository, comment_id: id }))
  if (data?.user == null) return null
  return { body: data.body ?? '', author: data.user.login, isByBot: data.user.type === 'Bot' }
}

/** @returns an issue that the app opened; null for any other, for pull requests, and for one that was transferred */
export const readOwnIssue = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
  number: number,
): Promise<Issue | null> => {
  const data = await unlessGone(() => client.rest.issues.get({ ...repository, issue_number: number }))
  if (data === null || data.pull_request !== undefined || !isOwn(data.user, botLogin)) return null
  return (await isStillIn(client, repository, data.repository_url)) ? toIssue(data) : null
}

/**
 * GitHub leads from an issue that was transferred to where it is now, and its new number may be that of another issue here.
 * After the repository was renamed it leads to the same issue.
 */
const isStillIn = async (client: Client, repository: RepositoryName, url: string): Promise<boolean> => {
  const present = repositoryOf(url)
  if (sameRepository(present, repository)) return true
  const { owner, name } = (await client.rest.repos.get({ ...repository })).data
  return sameRepository(present, { owner: owner.login, repo: name })
}

/**
 * Whether a person may write to the repository. GitHub's own answer covers teams and organizations, which the
 * `author_association` of a comment does not. Custom roles and `maintain` come as the nearest of these words:
 * https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 */
export const canWrite = async (
  client: Client,
  repository: RepositoryName,
  login: string,
): Promise<boolean> => {
  const data = await unlessGone(() =>
    client.rest.repos.getCollaboratorPermissionLevel({ ...repository, username: login }),
  )
  return data !== null && ['admin', 'write'].includes(data.permission)
}

/** Whether the app has left a reaction on a comment. */
export const hasReacted = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
  commentId: number,
): Promise<boolean> => {
  const reactions = await client.paginate(client.rest.reactions.listForIssueComment, {
    ...repository,
    comment_id: commentId,
    per_page: 100,
  })
  return reactions.some(({ user }) => isOwn(user, botLogin))
}

/** Leaves a reaction; one that is there already stays as it is. */
export const react = async (
  client: Client,
  repository: RepositoryName,
  commentId: number,
  content: '+1' | 'confused',
): Promise<void> => {
  await unlessGone(() =>
    client.rest.reactions.createForIssueComment({ ...repository, comment_id: commentId, content }),
  )
}

const unlessGone = async <Data>(request: () => Promise<{ data: Data }>): Promise<Data | null> => {
  try {
    return (await request()).data
  } catch (error) {
    if (error instanceof RequestError && (error.status === 404 || error.status === 410)) return null
    throw error
  }
}
