import { daysAllowed } from '../config/due.ts'
import { assigneesFor } from '../config/people.ts'
import type { Config } from '../config/schema.ts'
import type { ActionItem, IsoDate, Postmortem } from '../postmortem/types.ts'
import { distinct, fingerprint } from './fingerprint.ts'
import type { WishedItem } from './types.ts'

/** GitHub takes at most so many assignees for one issue. */
const MOST_ASSIGNEES = 10

export interface WishOptions {
  config: Config
  /** The day from which the configured time allowed counts. */
  mergedOn: IsoDate
  /** The label for a priority as written; null for words that name none. */
  priorityLabel: (priority: string) => string | null
}

/** Every item of a postmortem as it should stand on GitHub under the configuration. */
export const wishedItems = (
  postmortem: Postmortem,
  { config, mergedOn, priorityLabel: labelOf }: WishOptions,
): WishedItem[] => {
  const fingerprints = postmortem.items.map(({ text }) => fingerprint(text))
  const keys = distinct(fingerprints)
  return postmortem.items.map((item, position) => {
    const owners = item.owners.map((name) => ({ name, logins: assigneesFor(name, config) }))
    const priorityLabel = item.priority === null ? null : labelOf(item.priority)
    return {
      item,
      position,
      key: keys[position] ?? '',
      fingerprint: fingerprints[position] ?? '',
      filed: isFiledKind(item, config),
      labels: labelsOf(item, priorityLabel, config),
      priorityLabel,
      owners,
      assignees: [...new Set(owners.flatMap(({ logins }) => logins))].slice(0, MOST_ASSIGNEES),
      due: item.due ?? allowedUntil(item.priority, mergedOn, config),
    }
  })
}

const isFiledKind = ({ kind }: ActionItem, { file }: Config): boolean =>
  kind === 'task' ? file.tasks : file.improvements

const labelsOf = ({ kind }: ActionItem, priorityLabel: string | null, { labels }: Config): string[] => [
  labels.postmortem,
  labels.actionItem,
  ...(kind === 'improvement' ? [labels.improvement] : []),
  ...(priorityLabel === null ? [] : [priorityLabel]),
  ...labels.extra,
]

const allowedUntil = (priority: string | null, mergedOn: IsoDate, config: Config): IsoDate | null => {
  const days = daysAllowed(priority, config)
  if (days === null) return null
  const date = new Date(`${mergedOn}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
