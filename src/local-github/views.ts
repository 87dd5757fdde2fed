/** The parts of GitHub's answers that the local GitHub itself reads; the rest passes through untouched. */

export interface User {
  login: string
  id: number
  type: string
  node_id: string
  name?: string | null
  email?: string | null
}

export interface Label {
  id: number
  node_id: string
  name: string
  color: string
}

export interface Repository {
  id: number
  node_id: string
  name: string
  full_name: string
  private: boolean
  archived: boolean
  has_issues: boolean
  default_branch: string
  html_url: string
  url: string
  owner: User
  created_at: string
  pushed_at: string | null
}

export interface Issue {
  id: number
  node_id: string
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  state_reason: string | null
  html_url: string
  url: string
  user: User
  labels: Label[]
  assignees: User[]
  milestone: { number: number } | null
  comments: number
  created_at: string
  updated_at: string
  closed_at: string | null
  pull_request?: object
}

export interface Comment {
  id: number
  node_id: string
  body: string
  user: User
  html_url: string
  issue_url: string
  created_at: string
  updated_at: string
}

export interface BranchPoint {
  ref: string
  sha: string
  label: string
  repo: Repository | null
}

export interface Pull {
  id: number
  node_id: string
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  draft: boolean
  merged: boolean
  merged_at: string | null
  merge_commit_sha: string | null
  mergeable?: boolean | null
  labels: Label[]
  assignees: User[]
  milestone: { number: number } | null
  comments: number
  created_at: string
  updated_at: string
  closed_at: string | null
  html_url: string
  url: string
  user: User
  head: BranchPoint
  base: BranchPoint
}

export interface FileDiff {
  sha: string
  filename: string
  previous_filename?: string
  status: 'added' | 'removed' | 'modified' | 'renamed'
  additions: number
  deletions: number
}

export interface Person {
  name: string
  email: string
  date: string
}

export interface Commit {
  sha: string
  node_id: string
  html_url: string
  commit: { message: string; author: Person; committer: Person; tree: { sha: string } }
  author: User | null
  committer: User | null
  parents: { sha: string }[]
  files?: FileDiff[]
}

export interface Comparison {
  merge_base_commit: Commit
  commits: Commit[]
  files: FileDiff[]
}
