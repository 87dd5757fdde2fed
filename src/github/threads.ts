import type { OwnComment, RepositoryName } from '../jobs/ports.ts'
import { isOwn, isOwnOfGraphql } from './author.ts'
import { inBatches } from './batches.ts'
import type { Client } from './client.ts'
import { isOutOfSight, queryParts } from './graphql.ts'

/** Ten threads of a hundred comments stay far below the 500,000 nodes and ten seconds that GitHub allows a query. */
const THREADS_PER_QUERY = 10

/**
 * The comments that the app wrote on many issues and pull requests, oldest first: one GraphQL request for ten of
 * them, and a REST request a page for one that has more than 100 comments. One that is gone has none.
 */
export const listOwnCommentsOn = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
  numbers: number[],
): Promise<Map<number, OwnComment[]>> => {
  const threads = new Map<number, OwnComment[]>()
  for (const batch of inBatches([...new Set(numbers)], THREADS_PER_QUERY)) {
    const answer = await ask(client, repository, batch)
    for (const [index, number] of batch.entries()) {
      const comments = answer.repository[`thread${index}`]?.comments
      threads.set(
        number,
        comments?.pageInfo.hasNextPage === true
          ? await listAll(client, botLogin, repository, number)
          : (comments?.nodes ?? [])
              .filter(({ author }) => isOwnOfGraphql(author, botLogin))
              .map(toOwnComment),
      )
    }
  }
  return threads
}

/** REST does not tell what is hidden already; hiding it again does nothing. */
const listAll = async (
  client: Client,
  botLogin: string,
  repository: RepositoryName,
  number: number,
): Promise<OwnComment[]> => {
  const comments = await client.paginate(client.rest.issues.listComments, {
    ...repository,
    issue_number: number,
    per_page: 100,
  })
  return comments
    .filter(({ user }) => isOwn(user, botLogin))
    .map(({ id, node_id: nodeId, body = '' }) => ({ id, nodeId, body, isMinimized: false }))
}

interface Answer {
  repository: { [thread: `thread${number}`]: { comments: CommentsAnswer } | null }
}

interface CommentsAnswer {
  pageInfo: { hasNextPage: boolean }
  nodes: CommentAnswer[]
}

interface CommentAnswer {
  id: string
  databaseId: number
  body: string
  isMinimized: boolean
  author: { __typename: string; login: string } | null
}

const toOwnComment = ({ id, databaseId, body, isMinimized }: CommentAnswer): OwnComment => ({
  id: databaseId,
  nodeId: id,
  body,
  isMinimized,
})

const ask = (client: Client, { owner, repo }: RepositoryName, numbers: number[]): Promise<Answer> =>
  queryParts(
    client,
    threadsQuery(numbers.length),
    { owner, repo, ...Object.fromEntries(numbers.map((number, index) => [`number${index}`, number])) },
    (error) => isOutOfSight(error) && error.path?.[0] === 'repository' && error.path.length > 1,
  )

/** The query for the comments of this many issues or pull requests, whose numbers are its variables `number0`, … */
export const threadsQuery = (count: number): string => {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const fields = indexes.map(
    (i) => `    thread${i}: issueOrPullRequest(number: $number${i}) {
      ... on Issue { comments(first: 100) { ...Comments } }
      ... on PullRequest { comments(first: 100) { ...Comments } }
    }`,
  )
  return `
query Threads($owner: String!, $repo: String!${indexes.map((i) => `, $number${i}: Int!`).join('')}) {
  repository(owner: $owner, name: $repo) {
${fields.join('\n')}
  }
}
fragment Comments on IssueCommentConnection {
  pageInfo { hasNextPage }
  nodes { id databaseId body isMinimized author { __typename login } }
}`
}
