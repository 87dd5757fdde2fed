import type { Comment } from '../views.ts'
import { connection, type Connection, type Page } from './connection.ts'
import { actor } from './issues.ts'
import type { Reader } from './reader.ts'

/** The comments of an issue or pull request, oldest first. */
export const commentsOf =
  (reader: Reader, path: string, number: number) =>
  async (page: Page): Promise<Connection<object>> => {
    const comments = await reader.all<Comment>(`${path}/issues/${number}/comments`)
    const nodes = comments.map((comment) => ({
      __typename: 'IssueComment',
      id: comment.node_id,
      databaseId: comment.id,
      body: comment.body,
      url: comment.html_url,
      author: actor(comment.user),
      createdAt: comment.created_at,
      isMinimized: reader.minimized.has(comment.node_id),
    }))
    return connection(nodes, page)
  }
