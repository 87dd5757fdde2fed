import { daysAllowed } from '../config/due.ts'
import type { Config } from '../config/schema.ts'
import { findings } from '../postmortem/findings/index.ts'
import type { Finding, OpenItem } from '../postmortem/findings/types.ts'
import type { IsoDate, Postmortem } from '../postmortem/types.ts'
import type { Tracking } from './tracking.ts'
import type { Issue, Operation, WishedItem } from './types.ts'

/** What merging does to the issues, in numbers. */
export interface Effect {
  opened: number
  /** Changed in words, dates, owners or place only. */
  updated: number
  closed: number
  reopened: number
}

/** What merging does about one item. */
export type ItemEffect =
  | keyof Effect
  /** Its issue is right as it is. */
  | 'kept'
  /** People opened an issue for it, which is followed. */
  | 'adopted'
  /** Its issue stands in another repository. */
  | 'moved'
  | 'elsewhere'
  /** Its issue was deleted; none is opened again. */
  | 'deleted'
  /** Done before an issue was opened. */
  | 'done'
  | 'not-filed'

export interface PreviewRow {
  title: string
  effect: ItemEffect
  issue: Pick<Issue, 'number' | 'url'> | null
  /** As written. */
  owners: string[]
  due: IsoDate | null
}

/** What merging does about one postmortem. */
export interface FilePreview {
  path: string
  title: string | null
  rows: PreviewRow[]
  findings: Finding[]
  /** What a person has to mend, one sentence of Markdown each. */
  problems: string[]
}

export interface FilePreviewInput {
  path: string
  /** Null where the file is gone or cannot be read. */
  postmortem: Postmortem | null
  /** What follows each item up once all operations are done. */
  tracking: ReadonlyMap<WishedItem, Tracking>
  operations: Operation[]
  problems: string[]
  /** Whether an issue is one that the operations open. */
  isNew: (issue: Issue) => boolean
  /** The issues as they are before the operations. */
  issues: Issue[]
  config: Config
  /** Open items of other postmortems. */
  openElsewhere: OpenItem[]
}

/** Says what operations do, in numbers. */
export const effectOf = (operations: Operation[]): Effect => {
  const effects = operations.flatMap((operation) => effectOfOne(operation) ?? [])
  const count = (wanted: keyof Effect): number => effects.filter((effect) => effect === wanted).length
  return {
    opened: count('opened'),
    updated: count('updated'),
    closed: count('closed'),
    reopened: count('reopened'),
  }
}

const effectOfOne = (operation: Operation): keyof Effect | null => {
  if (operation.kind === 'create-issue') return 'opened'
  if (operation.kind !== 'update-issue') return null
  const { state } = operation.changes
  return state === undefined ? 'updated' : state === 'closed' ? 'closed' : 'reopened'
}

/** Says what merging does about one postmortem and what a reviewer might say about it. */
export const previewFile = (input: FilePreviewInput): FilePreview => ({
  path: input.path,
  title: input.postmortem?.title ?? null,
  rows: [...[...input.tracking].map(([wish, tracked]) => rowOf(wish, tracked, input)), ...otherRows(input)],
  findings: input.postmortem === null ? [] : findingsOf(input.postmortem, input),
  problems: input.problems,
})

const rowOf = (wish: WishedItem, tracked: Tracking, input: FilePreviewInput): PreviewRow => {
  const owners = wish.owners.map(({ name }) => name)
  const base = { title: wish.item.title, owners, due: wish.due, issue: null }
  switch (tracked.kind) {
    case 'issue': {
      const effect = effectOnIssue(tracked.issue, input)
      return {
        ...base,
        effect,
        due: tracked.issue.marker.due,
        issue: effect === 'opened' ? null : tracked.issue,
      }
    }
    case 'adopted':
    case 'moved':
      return { ...base, effect: tracked.kind, issue: tracked.issue }
    case 'elsewhere':
    case 'deleted':
    case 'done':
    case 'not-filed':
      return { ...base, effect: tracked.kind }
    case 'missing':
      return { ...base, effect: 'opened' }
  }
}

const effectOnIssue = (issue: Issue, { operations, isNew }: FilePreviewInput): ItemEffect => {
  if (isNew(issue)) return 'opened'
  const update = updates(operations).find(({ number }) => number === issue.number)
  return (update && effectOfOne(update)) ?? 'kept'
}

/** Issues that change although no item of the document is theirs: those that left it, and second ones. */
const otherRows = ({ operations, tracking, issues }: FilePreviewInput): PreviewRow[] => {
  const tracked = new Set([...tracking.values()].map((each) => ('issue' in each ? each.issue.number : null)))
  return updates(operations).flatMap((update) => {
    const issue = issues.find(({ number }) => number === update.number)
    const effect = effectOfOne(update)
    if (tracked.has(update.number) || issue === undefined || effect === null) return []
    return [{ title: issue.title, effect, issue, owners: [], due: null }]
  })
}

const updates = (operations: Operation[]): Extract<Operation, { kind: 'update-issue' }>[] =>
  operations.filter((operation) => operation.kind === 'update-issue')

const findingsOf = (
  postmortem: Postmortem,
  { tracking, config, openElsewhere }: FilePreviewInput,
): Finding[] => {
  const filed = new Set(
    [...tracking].flatMap(([{ item, filed: isFiled }]) => (isFiled && !item.done ? [item] : [])),
  )
  return findings(postmortem, {
    isFiled: (item) => filed.has(item),
    hasTimeAllowed: ({ priority }) => daysAllowed(priority, config) !== null,
    openElsewhere,
  })
}
