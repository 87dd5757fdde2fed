import { RequestError } from '@octokit/request-error'
import type { Comment, RepositoryName } from '../jobs/ports.ts'
import { isOwn } from './author.ts'
import type { Client } from './client.ts'

/** The comments that the app wrote on an issue or pull request, oldest first; none are left of an issue that was deleted. */
export const listOwnComments = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
  number: number,
): Promise<Comment[]> => {
  try {
    const comments = await client.paginate(client.rest.issues.listComments, {
      ...repository,
      issue_number: number,
      per_page: 100,
    })
    return comments.filter(({ user }) => isOwn(user, botLogin)).map(toComment)
  } catch (error) {
    if (error instanceof RequestError && error.status === 410) return []
    throw error
  }
}

/** The comments that the app wrote or changed in the whole repository since a time, ISO 8601. */
export const listOwnCommentsSince = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
  since: string,
): Promise<Comment[]> => {
  const comments = await client.paginate(client.rest.issues.listCommentsForRepo, {
    ...repository,
    since,
    per_page: 100,
  })
  return comments.filter(({ user }) => isOwn(user, botLogin)).map(toComment)
}

/** Never tried again blindly: after a lost answer, only reading tells whether the comment is there. */
export const createComment = async (
  client: Client,
  repository: RepositoryName,
  number: number,
  body: string,
): Promise<Comment> => {
  const { data } = await client.rest.issues.createComment({
    ...repository,
    issue_number: number,
    body,
    request: { retries: 0 },
  })
  return toComment(data)
}

/** @param id GitHub's id of the comment, which is unique in the repository */
export const updateComment = async (
  client: Client,
  repository: RepositoryName,
  id: number,
  body: string,
): Promise<void> => {
  await client.rest.issues.updateComment({ ...repository, comment_id: id, body })
}

export const deleteComment = async (
  client: Client,
  repository: RepositoryName,
  id: number,
): Promise<void> => {
  await client.rest.issues.deleteComment({ ...repository, comment_id: id })
}

const toComment = ({ id, body, html_url }: { id: number; body?: string; html_url: string }): Comment => ({
  id,
  body: body ?? '',
  url: html_url,
})
