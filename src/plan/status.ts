import type { IsoDate } from '../postmortem/types.ts'

/** What became of an action item. */
export type ItemState =
  | 'open'
  | 'overdue'
  | 'done'
  | 'wont-do'
  | 'duplicate'
  /** A ticket of another system, whose state the app cannot see. */
  | 'elsewhere'
  /** The document no longer lists it; its issue is still open. */
  | 'gone'
  /** A person deleted its issue. */
  | 'deleted'
  /** Its issue cannot be opened now; the problems of the view say why. */
  | 'not-filed'

export interface StatusOwner {
  /** A login where `assigned`, else the name as the document has it. */
  name: string
  assigned: boolean
}

export interface StatusRow {
  title: string
  /** The issue that tracks the item: `#12`, or `owner/repo#12` in another repository. */
  issue: { reference: string; url: string } | null
  /** Tickets elsewhere, as written. */
  tickets: string[]
  owners: StatusOwner[]
  due: IsoDate | null
  /** The deadline as written, where it is no date. */
  dueText: string | null
  state: ItemState
  /** Whole days past the due date; 0 unless overdue. */
  daysOverdue: number
}

export interface Progress {
  done: number
  /** Items that count: all but duplicates, tickets elsewhere and deleted ones; won't-do items count as settled. */
  total: number
  wontDo: number
  open: number
  overdue: number
}

/** The status of one postmortem, ready to be written. */
export interface StatusView {
  /** The postmortem's title, else its file name. */
  title: string
  path: string
  /** The file at the commit that was read. */
  fileUrl: string
  progress: Progress
  rows: StatusRow[]
  /** What the document lists but was not filed, and why. */
  notFiled: { title: string; reason: string }[]
  /** Whole days from the merge to the end of the last item; null while one is open or none was filed. */
  finishedAfterDays: number | null
  /** What a person must mend, one full sentence of Markdown each. */
  problems: string[]
}
