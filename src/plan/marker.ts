import * as z from 'zod'

/**
 * What the app remembers about a thing it wrote is kept in that thing: a hidden record in an HTML
 * comment. A record is believed only where the app itself wrote the issue or comment (`src/github`
 * reads no others), and the characters that could end the comment, mention or reference anybody
 * are escaped in its JSON.
 */

const itemMarker = z.object({
  kind: z.literal('item'),
  /** GitHub's numeric id of the repository that holds the postmortem; it survives renames. */
  repository: z.number(),
  /** The postmortem's path in that repository. */
  path: z.string(),
  /** The pull request that brought the postmortem; null where it was pushed without one. */
  pullRequest: z.number().nullable(),
  /** The item's identity: given at creation, never changed. */
  item: z.string(),
  /** Fingerprint of the item's text at the last write. */
  fingerprint: z.string(),
  /** The beginning of the item's text at the last write, to recognise a reworded item. */
  text: z.string(),
  /** The item's place in its document at the last write, counted from 0. */
  position: z.number(),
  /** Where the item stands: a commit of the default branch and a range of lines, counted from 1. */
  source: z.object({ commit: z.string(), line: z.number(), endLine: z.number() }),
  /** Fingerprint of the title that the app wrote last; another title is a person's. */
  title: z.string(),
  /** The logins that the app asked to assign. */
  assignees: z.array(z.string()),
  /** The priority label that the app set. */
  priorityLabel: z.string().nullable(),
  /** Due date, `YYYY-MM-DD`. */
  due: z.string().nullable(),
  /** The deadline as the document states it; null where `due` comes from the configuration. */
  dueText: z.string().nullable(),
  /** Who set the due date: the document or the configuration, or a person with `/due`. */
  dueBy: z.enum(['document', 'command']).default('document'),
  /** The document marked the item as done, and the app closed the issue for it. */
  done: z.boolean(),
  /** The document no longer lists the item; `closed` where the app closed the issue for that. */
  gone: z.enum(['no', 'kept', 'closed']),
  /** The older issue of the same item, where this one is a duplicate. */
  duplicateOf: z.number().nullable(),
})

const statusFields = {
  repository: z.number(),
  path: z.string(),
  /**
   * Which issue was opened for which item. It tells an item that was never filed from one whose
   * issue a person deleted, moved away or robbed of its record: that one is not filed again.
   */
  filed: z.record(z.string(), z.union([z.number(), z.string()])),
  /** Issues of other people that items link and that were told so, as `owner/repo#12`. */
  adopted: z.array(z.string()),
  /** No item was open at the last write. */
  finished: z.boolean(),
}

/** The record in the status comment of a postmortem's pull request. */
const statusMarker = z.object({ kind: z.literal('status'), ...statusFields })

/** The record in the issue that carries the status of a postmortem pushed without a pull request. */
const trackingMarker = z.object({ kind: z.literal('tracking'), ...statusFields })

/** The record in a comment that must be written only once. */
const onceMarker = z.object({
  kind: z.literal('once'),
  key: z.string(),
  /** The postmortem that the comment is about; it can be in another repository. */
  owner: z.string(),
  repo: z.string(),
  path: z.string(),
})

/** The record in the weekly comment of a postmortem. */
const rollupMarker = z.object({
  kind: z.literal('rollup'),
  repository: z.number(),
  path: z.string(),
  /** The issues of the postmortem, by any of which it is recognised when the file is renamed within a week. */
  issues: z.array(z.number()),
  /** The ISO week that the comment is about, `2026-W12`. */
  week: z.string(),
  /** The issues that were closed when the comment was written: one that is open later was reopened. */
  closed: z.array(z.number()),
  /** When it was written, ISO 8601: what happened until then is told. */
  at: z.string().nullable().default(null),
})

/** The record in the issue that shows all action items of a repository. */
const dashboardMarker = z.object({
  kind: z.literal('dashboard'),
  repository: z.number(),
  /** The Monday of the week in which the weekly job ran last, `YYYY-MM-DD`: what was closed since may have gone unheard. */
  lastWeekly: z.string().nullable().default(null),
})

/** The record in a comment that answers a command. */
const answerMarker = z.object({
  kind: z.literal('answer'),
  /** GitHub's id of the comment that held the command. */
  comment: z.number(),
})

const marker = z.discriminatedUnion('kind', [
  itemMarker,
  statusMarker,
  trackingMarker,
  onceMarker,
  rollupMarker,
  dashboardMarker,
  answerMarker,
])

export type ItemMarker = z.infer<typeof itemMarker>
export type StatusMarker = z.infer<typeof statusMarker>
export type TrackingMarker = z.infer<typeof trackingMarker>
export type OnceMarker = z.infer<typeof onceMarker>
export type RollupMarker = z.infer<typeof rollupMarker>
export type DashboardMarker = z.infer<typeof dashboardMarker>
export type Marker = z.infer<typeof marker>
/** The app's issues by item key, each as `filedAs` writes it. */
export type FiledIssues = StatusMarker['filed']
export type SourceLines = ItemMarker['source']

const MARKER = /<!-- followthrough (\{.*?\}) -->/

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * Writes a record as an HTML comment that nothing in its values can end. The schema gives the keys
 * their order, so that equal records are equal texts.
 */
export const formatMarker = (record: Marker): string =>
  `<!-- followthrough ${JSON.stringify(marker.parse(record)).replace(/[<>@#&-]/g, escaped)} -->`

/**
 * Reads the first record in a body that the app wrote.
 *
 * @returns the record, or null where there is none, or a person damaged it
 */
export const parseMarker = (body: string): Marker | null => {
  const json = MARKER.exec(body)?.[1]
  if (json === undefined) return null
  try {
    return marker.parse(JSON.parse(json))
  } catch {
    return null
  }
}
