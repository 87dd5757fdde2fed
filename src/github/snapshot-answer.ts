/** Answer to `snapshotQuery`. */
export interface SnapshotAnswer {
  repository: RepositoryAnswer
  /** Null where the owner has no `.github` repository, or none that the installation can see. */
  ownerRepository: { config: ConfigAnswer } | null
}

export interface RepositoryAnswer {
  databaseId: number
  name: string
  /** Address of its page. */
  url: string
  owner: { login: string }
  isPrivate: boolean
  isArchived: boolean
  hasIssuesEnabled: boolean
  config: ConfigAnswer
  misnamedConfig: object | null
  /** Null where the repository is empty. */
  defaultBranchRef: { name: string; target: { [history: `history${number}`]: CommitsAnswer } } | null
  [file: `file${number}`]: ObjectAnswer | null
}

export type ConfigAnswer = { text?: string | null } | null

export type ObjectAnswer = BlobAnswer | { __typename: 'Tree' | 'Commit' | 'Tag' }

export interface BlobAnswer {
  __typename: 'Blob'
  oid: string
  byteSize: number
  isBinary: boolean | null
  /** The text is cut at 512,000 bytes. */
  isTruncated: boolean
  text: string | null
}

export interface CommitsAnswer {
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  /** Newest first. */
  nodes: CommitAnswer[]
}

export interface CommitAnswer {
  oid: string
  committedDate: string
  associatedPullRequests: { nodes: PullRequestAnswer[] }
}

export interface PullRequestAnswer {
  number: number
  merged: boolean
  mergedAt: string | null
  baseRefName: string
  repository: { databaseId: number }
}

/** Answer to `HISTORY_PAGE_QUERY`. */
export interface HistoryPageAnswer {
  repository: { defaultBranchRef: { target: { history: CommitsAnswer } } }
}
