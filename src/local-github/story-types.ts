import type { Files } from './git-writer.ts'
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
