import { configPath, misnamedConfigPath } from '../config/problem.ts'

/** Where the configuration is kept, in the repository and in the owner's `.github` repository. */
const CONFIG_EXPRESSION = `HEAD:${configPath}`

/** Keeps one query well under the time that GitHub gives it. */
export const PATHS_PER_QUERY = 20

/** What is asked of an object that should be a file: a `BlobAnswer`. */
export const BLOB_FIELDS = '__typename ... on Blob { oid byteSize isBinary isTruncated text }'

/** As many commits as one page of a file's history holds. */
const COMMITS_PER_PAGE = 50

const COMMITS = `
fragment Commits on CommitHistoryConnection {
  pageInfo { hasNextPage endCursor }
  nodes {
    oid
    committedDate
    associatedPullRequests(first: 5) { nodes { number merged mergedAt baseRefName repository { databaseId } } }
  }
}`

/**
 * The query for everything that one read of the default branch tells.
 * Paths travel as variables (`path0`, `expression0`, …), so that no path can change the query.
 *
 * @param pathCount how many paths are asked for
 */
export const snapshotQuery = (pathCount: number): string => {
  const indexes = Array.from({ length: pathCount }, (_, index) => index)
  const lines = (line: (index: number) => string): string => indexes.map(line).join('\n')
  return `
query Snapshot($owner: String!, $repo: String!${indexes.map((i) => `, $path${i}: String!, $expression${i}: String!`).join('')}) {
  repository(owner: $owner, name: $repo) {
    databaseId
    name
    url
    owner { login }
    isPrivate
    isArchived
    hasIssuesEnabled
    config: object(expression: "${CONFIG_EXPRESSION}") { ... on Blob { text } }
    misnamedConfig: object(expression: "HEAD:${misnamedConfigPath}") { __typename }
    ${lines((i) => `file${i}: object(expression: $expression${i}) { ${BLOB_FIELDS} }`)}
    defaultBranchRef {
      name
      target {
        ... on Commit {
          oid
          ${lines((i) => `history${i}: history(first: ${COMMITS_PER_PAGE}, path: $path${i}) { ...Commits }`)}
        }
      }
    }
  }
  ownerRepository: repository(owner: $owner, name: ".github") {
    config: object(expression: "${CONFIG_EXPRESSION}") { ... on Blob { text } }
  }
}${pathCount > 0 ? COMMITS : ''}`
}

/** The query for one page of one file's history: the first one, or the one after a cursor. */
export const HISTORY_PAGE_QUERY = `
query HistoryPage($owner: String!, $repo: String!, $path: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    defaultBranchRef {
      target { ... on Commit { history(first: ${COMMITS_PER_PAGE}, path: $path, after: $after) { ...Commits } } }
    }
  }
}${COMMITS}`
