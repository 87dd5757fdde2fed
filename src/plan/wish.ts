import { daysAllowed } from '../config/due.ts'
import { assigneesFor } from '../config/people.ts'
import type { Config } from '../config/schema.ts'
import type { ActionItem, IsoDate, Postmortem } from '../postmortem/types.ts'
import { distinct, fingerprint } from './fingerprint.ts'
import type { WishedItem } from './types.ts'

/** Labels longer than this are refused by GitHub. */
const LABEL_LENGTH = 50

/** GitHub takes at most so many assignees for one issue. */
const MOST_ASSIGNEES = 10

/**
 * Every item of a postmortem as it should stand on GitHub under the configuration.
 *
 * @param mergedOn the day from which the configured time allowed counts
 */
export const wishedItems = (postmortem: Postmortem, config: Config, mergedOn: IsoDate): WishedItem[] => {
  const fingerprints = postmortem.items.map(({ text }) => fingerprint(text))
  const keys = distinct(fingerprints)
  return postmortem.items.map((item, position) => {
    const owners = item.owners.map((name) => ({ name, logins: assigneesFor(name, config) }))
    const priorityLabel = priorityLabelOf(item.priority, config)
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

/** `priority: P1` for "p1", `priority: High` for "high"; other words stay as written. */
const priorityLabelOf = (priority: string | null, { labels }: Config): string | null => {
  if (priority === null || priority.trim() === '') return null
  const word = priority.trim()
  const name = /^p\d$/i.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)
  return (labels.priorityPrefix + name).slice(0, LABEL_LENGTH)
}

const allowedUntil = (priority: string | null, mergedOn: IsoDate, config: Config): IsoDate | null => {
  const days = daysAllowed(priority, config)
  if (days === null) return null
  const date = new Date(`${mergedOn}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
