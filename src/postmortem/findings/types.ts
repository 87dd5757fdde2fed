import type { ActionItem, Postmortem } from '../types.ts'
import type { FindingId } from './ids.ts'

/** How strongly a reader should feel about it. Whether a finding fails the check is the team's choice, not its severity. */
export type FindingSeverity = 'warning' | 'notice'

/** Something about a postmortem that makes it less likely that its follow-up work gets done. */
export interface Finding {
  id: FindingId
  severity: FindingSeverity
  /** What is wrong and an example of better, in full sentences of plain text. May quote the postmortem. */
  message: string
  /** First line in the file, counted from 1; 1 where the document as a whole is meant. */
  line: number
  /** Last line in the file. */
  endLine: number
  /** Index in the postmortem's `items`, or null where the document as a whole is meant. */
  item: number | null
}

/** An open item of another postmortem. */
export interface OpenItem {
  text: string
  /** The issue that tracks it, as a reader finds it: `#12`, `owner/name#12` or an address. */
  issue: string
}

/** What the findings need to know beyond the document. */
export interface FindingOptions {
  /** Whether an item becomes an issue; no other items are judged. By default: tasks that are not done. */
  isFiled?: (item: ActionItem) => boolean
  /** Whether the team allows a fixed time for such an item, so that it needs no due date of its own. By default: no. */
  hasTimeAllowed?: (item: ActionItem) => boolean
  /** Open items of other postmortems, to recognize what keeps coming back. */
  openElsewhere?: readonly OpenItem[]
}

/** A rule for single items. */
export interface ItemRule {
  id: FindingId
  severity: FindingSeverity
  /** @returns the message, or null where nothing is wrong */
  check: (item: ActionItem) => string | null
}

/** A rule for a whole document. */
export interface DocumentRule {
  id: FindingId
  severity: FindingSeverity
  /** @returns the message, or null where nothing is wrong */
  check: (postmortem: Postmortem) => string | null
}
