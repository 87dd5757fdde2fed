/** An ISO 8601 calendar date, `YYYY-MM-DD`. */
export type IsoDate = string

/** A specific task, or a broad improvement where the document lists both. */
export type ItemKind = 'task' | 'improvement'

/** One piece of follow-up work that a postmortem commits to. */
export interface ActionItem {
  /** The item's own words as plain text, without markers, numbers, field notes and sub-items. */
  text: string
  /** The issue title: `text` or its title part, without trailing period, at most 120 characters. */
  title: string
  kind: ItemKind
  /** True only where the document marks the item as done explicitly. */
  done: boolean
  /** Names, handles or teams as written. */
  owners: string[]
  due: IsoDate | null
  /** The deadline as written, where one is stated. */
  dueText: string | null
  /** The priority as written ("P1", "High"). */
  priority: string | null
  /** Issue, pull request and ticket references as written: `#12`, `owner/repo#12`, `ABC-123`, URLs. */
  links: string[]
  /** Markdown of the sub-items. */
  details: string | null
  /** First line of the item in the file, counted from 1. */
  line: number
  /** Last line of the item in the file, sub-items included. */
  endLine: number
  /** The heading or label of the section that holds the item. */
  section: string | null
  /** Why this is an item: the rule that made it one, in words for `--explain`. */
  reason: string
}

/** A block in a follow-up section that is not an item, and why. */
export interface RejectedBlock {
  text: string
  reason: string
  line: number
  endLine: number
  section: string | null
}

/** Everything that extraction reads from one postmortem. */
export interface Postmortem {
  title: string | null
  incidentDate: IsoDate | null
  /** The severity as written ("SEV-2", "P1", "critical"). */
  severity: string | null
  /** In document order. */
  items: ActionItem[]
  rejected: RejectedBlock[]
}

export interface ExtractOptions {
  /**
   * The day that relative due dates count from ("within two weeks").
   * Without it the incident date serves; without both, relative dates stay unresolved.
   */
  referenceDate?: IsoDate
}

/** Why a text was not read at all. `message` is a full sentence for the author. */
export interface Unreadable {
  unreadable: 'too-complex'
  message: string
}
