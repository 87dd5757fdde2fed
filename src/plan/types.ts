import type { ActionItem, IsoDate } from '../postmortem/types.ts'
import type { CheckToWrite } from './check.ts'
import type { ItemMarker } from './marker.ts'

export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened'

/** An issue as GitHub has it. */
export interface Issue {
  number: number
  title: string
  body: string
  state: 'open' | 'closed'
  stateReason: StateReason | null
  labels: string[]
  /** Logins. */
  assignees: string[]
  /** ISO 8601 date and time. */
  createdAt: string
  closedAt: string | null
  /** The page of the issue. */
  url: string
  /** GitHub's id of it in GraphQL; missing where it was read in another way. */
  nodeId?: string
}

/** An issue that the app opened for an action item. */
export interface TrackedIssue extends Issue {
  marker: ItemMarker
}

/** Which file a plan is about. */
export interface PostmortemFile {
  /** GitHub's numeric id of the repository that holds it. */
  repository: number
  name: RepositoryName
  path: string
  /** The pull request that brought it; null where it was pushed without one. */
  pullRequest: number | null
  /** The last commit that changed it. */
  commit: string
}

/** An action item of the file as it should stand on GitHub. */
export interface WishedItem {
  item: ActionItem
  /** Place in the document, counted from 0. */
  position: number
  /** The item's name within its document: a fingerprint, numbered where a text is repeated. */
  key: string
  fingerprint: string
  /** Whether the configuration files items of this kind; one that is not filed is still recognised. */
  filed: boolean
  labels: string[]
  priorityLabel: string | null
  /** The owners as written, and the logins that stand for each. */
  owners: { name: string; logins: string[] }[]
  /** Logins to assign. */
  assignees: string[]
  due: IsoDate | null
}

/** One write, finished: it can be compared, printed and applied as it is. Every operation says why. */
export type Operation =
  | { kind: 'create-label'; name: string; color: string; description: string; reason: string }
  | {
      kind: 'create-issue'
      title: string
      body: string
      labels: string[]
      assignees: string[]
      reason: string
    }
  | { kind: 'update-issue'; number: number; changes: IssueChanges; reason: string }
  | { kind: 'add-labels'; repository?: RepositoryName; number: number; labels: string[]; reason: string }
  | { kind: 'remove-label'; number: number; label: string; reason: string }
  /** Comments only where no comment of the app carries a record with this `key` yet. */
  | {
      kind: 'comment-once'
      repository?: RepositoryName
      number: number
      key: string
      body: string
      reason: string
    }
  | { kind: 'create-comment'; number: number; body: string; reason: string }
  | { kind: 'update-comment'; id: number; body: string; reason: string }
  | { kind: 'delete-comment'; id: number; reason: string }
  /** Many small writes in one. Nothing depends on them. */
  | { kind: 'revise'; revisions: Revision[]; reason: string }
  /** The check run of a pull request. */
  | ({ kind: 'write-check'; reason: string } & CheckToWrite)

/** A small write to something that GitHub knows by its node id. */
export type Revision =
  | { kind: 'add-label' | 'remove-label'; issue: string; label: string }
  | { kind: 'rewrite-comment'; comment: string; body: string }
  /** Hides it as outdated. */
  | { kind: 'hide-comment'; comment: string }

/** A label with the looks that it is created with where the repository does not have it. */
export interface LabelToCreate {
  name: string
  color: string
  description: string
}

export interface IssueChanges {
  title?: string
  body?: string
  state?: 'open' | 'closed'
  stateReason?: StateReason
  assignees?: string[]
}

export interface RepositoryName {
  owner: string
  repo: string
}
