import type { ItemMarker } from '../plan/marker.ts'
import type { IssueLookup, IssueReference } from '../plan/tracking.ts'
import type { CheckRun, CheckToWrite } from '../plan/check.ts'
import type { OwnComment } from '../plan/weekly-comments.ts'
import type { Issue, IssueChanges, LabelToCreate, RepositoryName, Revision } from '../plan/types.ts'
import type { ExtractOptions, Postmortem, Unreadable } from '../postmortem/types.ts'

export type { IssueLookup, IssueReference, OwnComment, RepositoryName }

/** What one read of the default branch says, all of the same moment. */
export interface Snapshot {
  /** GitHub's numeric id of the repository. */
  id: number
  /** The repository's present name, which differs from the one asked for after a rename. */
  name: RepositoryName
  /** The address of its page. */
  url: string
  isPrivate: boolean
  isArchived: boolean
  hasIssues: boolean
  defaultBranch: string
  /** Texts of `.github/followthrough.yml` here and in the owner's `.github` repository; null where there is none. */
  config: { repository: string | null; owner: string | null }
  /** There is no configuration here, but a file of nearly its name. */
  isConfigMisnamed: boolean
  /** One entry for each path asked for. */
  files: Map<string, FileOnDefaultBranch>
}

/** What tells the default branch of a repository from other branches, and from those of its forks. */
export type DefaultBranch = Pick<Snapshot, 'id' | 'name' | 'defaultBranch'>

/** A file as it is at one commit. */
export type FileContent =
  | { kind: 'absent' }
  | { kind: 'binary' }
  | { kind: 'too-large'; byteSize: number }
  | { kind: 'text'; text: string }

export type FileOnDefaultBranch =
  { kind: 'absent' } | ({ history: FileHistory } & Exclude<FileContent, { kind: 'absent' }>)

export interface FileHistory {
  /** The last commit that changed the file. */
  commit: string
  /** When that commit reached the branch, ISO 8601. */
  committedAt: string
  /** The commit that brought the file. */
  broughtIn: string
  /** The merged pull request that brought the file; null where it was pushed without one. */
  broughtBy: number | null
}

export interface Comment {
  id: number
  body: string
  url: string
}

export interface PullRequest {
  number: number
  isOpen: boolean
  /** Its last commit, which stands in a fork where it comes from one. */
  headSha: string
  /** The branch that it is to be merged into. */
  baseBranch: string
  /** Its author needs no access to this repository; so it is as well where the fork was deleted. */
  isFromFork: boolean
}

/** What GitHub found when it tried to merge an open pull request. */
export type TestMerge =
  /** The commit that came of it, which no branch points to. */
  | { kind: 'merged'; sha: string }
  | { kind: 'conflict' }
  /** GitHub has not come to a result yet. */
  | { kind: 'unknown' }

/**
 * GitHub as one installation sees it. Every method rejects with an error of `errors.ts`:
 * `RetryableError` where trying again later can help, `PermanentError` where it cannot.
 */
export interface GitHub {
  /** Reads repository, configuration and files of the default branch in one request. */
  snapshot(repository: RepositoryName, paths: string[]): Promise<Snapshot>
  /** The present name of a repository, by GitHub's numeric id; null where this installation cannot see it. */
  repositoryName(id: number): Promise<RepositoryName | null>
  /** Paths of all Markdown files on the default branch. */
  markdownPaths(repository: RepositoryName): Promise<string[]>
  /** The commits that changed a file of the default branch, newest first, at most 100. */
  fileCommits(repository: RepositoryName, path: string): Promise<{ sha: string; committedAt: string }[]>
  /** The history of a file of the default branch, also of one that is gone; null where there never was one. */
  history(branch: DefaultBranch, path: string): Promise<FileHistory | null>
  /** The files that a commit renamed: new paths by old ones. */
  renames(repository: RepositoryName, commit: string): Promise<Map<string, string>>
  /** Reads files as they are at a commit, also at the head of a pull request from a fork. */
  filesAt(repository: RepositoryName, commit: string, paths: string[]): Promise<Map<string, FileContent>>
  pullRequest(repository: RepositoryName, number: number): Promise<PullRequest>
  /** Merges an open pull request on trial. GitHub starts when it is asked; some seconds are waited for the result. */
  testMerge(repository: RepositoryName, number: number): Promise<TestMerge>
  /** Numbers of open pull requests to the default branch, the most recently changed first, at most 100. */
  openPullRequests(repository: RepositoryName): Promise<number[]>
  /** Paths that a pull request added, changed, renamed (both names) or removed. */
  pullRequestPaths(repository: RepositoryName, number: number): Promise<string[]>
  /** All issues, open and closed, that this app opened in the repository; never pull requests. */
  ownIssues(repository: RepositoryName): Promise<Issue[]>
  /** Issues with a label that another account opened for action items, as this app would have. */
  othersItems(repository: RepositoryName, label: string): Promise<OthersItem[]>
  /** The comments that this app wrote on an issue or pull request, oldest first. */
  ownComments(repository: RepositoryName, number: number): Promise<Comment[]>
  /** The comments that this app wrote or changed in the whole repository since a time, ISO 8601. */
  ownCommentsSince(repository: RepositoryName, since: string): Promise<Comment[]>
  /** The comments that this app wrote on many issues and pull requests, oldest first: ten of them in a request. */
  ownCommentsOn(repository: RepositoryName, numbers: number[]): Promise<Map<number, OwnComment[]>>
  /** A comment on an issue or pull request; null where it or its author is gone. */
  comment(repository: RepositoryName, id: number): Promise<SaidComment | null>
  /** Whether this app has left a reaction on a comment. */
  hasReacted(repository: RepositoryName, commentId: number): Promise<boolean>
  /** Whether a person may write to the repository. */
  canWrite(repository: RepositoryName, login: string): Promise<boolean>
  /** An issue that this app opened; null for any other. */
  ownIssue(repository: RepositoryName, number: number): Promise<Issue | null>
  /** Looks up issues by number in one request, in the order asked for; follows transfers. */
  issues(references: IssueReference[]): Promise<IssueLookup[]>
  labels(repository: RepositoryName): Promise<string[]>
  /** The check run that this app made on a commit; null where it made none. */
  ownCheck(repository: RepositoryName, headSha: string): Promise<CheckRun | null>

  createLabel(repository: RepositoryName, label: LabelToCreate): Promise<void>
  /** Leaves out logins that cannot be assigned here rather than fail. Never retried blindly. */
  createIssue(repository: RepositoryName, issue: NewIssue): Promise<Issue>
  updateIssue(repository: RepositoryName, number: number, changes: IssueChanges): Promise<Issue>
  addLabels(repository: RepositoryName, number: number, labels: string[]): Promise<void>
  removeLabel(repository: RepositoryName, number: number, label: string): Promise<void>
  /** GitHub's node id of a label, which is created where it is missing; `isKnown` says that an issue carries it. */
  labelId(repository: RepositoryName, label: LabelToCreate, isKnown: boolean): Promise<string>
  /** Carries out many small writes, 20 in a request; what is gone or may not be changed stays as it is. */
  revise(revisions: Revision[]): Promise<void>
  createComment(repository: RepositoryName, number: number, body: string): Promise<Comment>
  updateComment(repository: RepositoryName, id: number, body: string): Promise<void>
  /** Leaves a reaction on a comment; nothing happens where the comment is gone. */
  react(repository: RepositoryName, commentId: number, content: '+1' | 'confused'): Promise<void>
  deleteComment(repository: RepositoryName, id: number): Promise<void>
  /** Makes a check run, or adds to one, in as many requests as its annotations need. */
  writeCheck(repository: RepositoryName, check: CheckToWrite): Promise<void>
}

/** An issue of an action item that another account keeps. Its record tells what is where, and is followed in nothing else. */
export interface OthersItem {
  /** Login. */
  author: string
  number: number
  marker: ItemMarker
}

/** A comment and who wrote it. */
export interface SaidComment {
  body: string
  /** Login. */
  author: string
  isByBot: boolean
}

export interface NewIssue {
  title: string
  body: string
  labels: string[]
  assignees: string[]
}

/** Where the app is installed. Both lists come page by page and reject with an error of `errors.ts`. */
export interface Installations {
  /** Suspended installations are left out. */
  installationIds(): AsyncIterable<number>
  repositories(installationId: number): AsyncIterable<RepositoryName>
}

/** Reads a postmortem's text under a deadline; never rejects for any text. */
export interface Extractor {
  extract(markdown: string, options: ExtractOptions): Promise<Postmortem | Unreadable>
}

/** The part of pino that jobs use. */
export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface Clock {
  now(): Date
  /** Where days and weeks begin, as an IANA name; UTC without it. */
  timeZone?: string
}
