import type { ActionItem, IsoDate, Postmortem } from '../postmortem/types.ts'

/** Where an item stands in a file: a commit of the default branch and a range of lines, counted from 1. */
export interface SourceLines {
  commit: string
  line: number
  endLine: number
}

/** What the app remembers about an action item, kept as a hidden record in the issue's block. */
export interface ItemMarker {
  kind: 'item'
  /** GitHub's numeric id of the repository that holds the postmortem; it survives renames. */
  repository: number
  /** The postmortem's path in that repository. */
  path: string
  /** The pull request that brought the postmortem; null where it was pushed without one. */
  pullRequest: number | null
  /** The item's identity: given at creation, never changed. */
  item: string
  /** Fingerprint of the item's text at the last sync. */
  fingerprint: string
  /** The beginning of the item's text at the last sync, to recognise a reworded item. */
  text: string
  /** The item's place among the filed items of its document, counted from 0. */
  position: number
  source: SourceLines
  /** Fingerprint of the title that the app wrote last; another title is a person's. */
  title: string
  /** The logins that the app asked to assign. */
  assignees: string[]
  /** The priority label that the app set. */
  priorityLabel: string | null
  due: IsoDate | null
  /** The deadline as the document states it; null where `due` comes from the configuration. */
  dueText: string | null
  /** The document marked the item as done, and the app closed the issue for it. */
  done: boolean
  /** The document no longer lists the item. */
  gone: boolean
  /** The older issue of the same item, where this one is a duplicate. */
  duplicateOf: number | null
}

/** The record of an issue that carries the status of a postmortem pushed without a pull request. */
export interface TrackingMarker {
  kind: 'tracking'
  repository: number
  path: string
  filed: FiledIssues
}

/** The record in a status comment. */
export interface StatusMarker {
  kind: 'status'
  repository: number
  path: string
  filed: FiledIssues
}

/**
 * Which issue was opened for which item fingerprint. It tells an item that was never filed
 * from one whose issue a person deleted or moved away: the latter is not filed again.
 */
export type FiledIssues = Record<string, number>

export type Marker = ItemMarker | TrackingMarker | StatusMarker

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
}

/** An issue that the app opened for an action item. */
export interface TrackedIssue extends Issue {
  marker: ItemMarker
}

/** An action item of the file as it should stand on GitHub. */
export interface WishedItem {
  item: ActionItem
  /** Place among the filed items of the document, counted from 0. */
  position: number
  fingerprint: string
  title: string
  /** Label names, in the repository's own spelling where the label exists. */
  labels: string[]
  priorityLabel: string | null
  /** Logins to assign. */
  assignees: string[]
  /** Number of the issue that the item links in the repository where issues go, if it links one. */
  linkedIssue: number | null
  due: IsoDate | null
}

/** The postmortem that a sync works on. */
export interface PostmortemContext {
  /** Id of the repository that holds the file. */
  repository: number
  path: string
  pullRequest: number | null
  /** Last commit that changed the file. */
  commit: string
  postmortem: Postmortem
}

/** One write, finished: it can be compared, printed and applied as it is. Every operation says why. */
export type Operation =
  | { kind: 'create-label'; name: string; color: string; description: string; reason: string }
  | { kind: 'create-issue'; title: string; body: string; labels: string[]; assignees: string[]; reason: string }
  | { kind: 'update-issue'; number: number; changes: IssueChanges; reason: string }
  | { kind: 'add-labels'; number: number; labels: string[]; reason: string }
  | { kind: 'remove-label'; number: number; label: string; reason: string }
  /** Comments only where no comment of the app with this hidden `key` exists yet. */
  | { kind: 'comment-once'; number: number; key: string; body: string; reason: string }
  | { kind: 'create-comment'; number: number; body: string; reason: string }
  | { kind: 'update-comment'; id: number; body: string; reason: string }

export interface IssueChanges {
  title?: string
  body?: string
  state?: 'open' | 'closed'
  stateReason?: StateReason
  assignees?: string[]
}
