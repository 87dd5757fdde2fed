import type { Config } from '../config/schema.ts'
import type { ActionItem, IsoDate, Postmortem } from '../postmortem/types.ts'
import { distinct, fingerprint } from './fingerprint.ts'
import type { WishedItem } from './types.ts'

/** Labels longer than this are refused by GitHub. */
const LABEL_LENGTH = 50

export interface WishOptions {
  config: Config
  /** The day of the merge, from which the configured time allowed counts. */
  mergedOn: IsoDate
  /** The logins that stand for an owner as the document writes it. */
  assigneesFor(owner: string): string[]
}

/** Every item of a postmortem as it should stand on GitHub under the configuration. */
export const wishedItems = (postmortem: Postmortem, options: WishOptions): WishedItem[] => {
  const fingerprints = postmortem.items.map(({ text }) => fingerprint(text))
  const keys = distinct(fingerprints)
  return postmortem.items.map((item, position) => {
    const priorityLabel = priorityLabelOf(item.priority, options.config)
    return {
      item,
      position,
      key: keys[position] ?? '',
      fingerprint: fingerprints[position] ?? '',
      filed: !item.done && isFiledKind(item, options.config),
      labels: labelsOf(item, priorityLabel, options.config),
      priorityLabel,
      assignees: [...new Set(item.owners.flatMap((owner) => options.assigneesFor(owner)))].slice(0, 10),
      due: item.due ?? allowedUntil(item.priority, options),
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

const allowedUntil = (priority: string | null, { config, mergedOn }: WishOptions): IsoDate | null => {
  const byPriority = Object.entries(config.due.priorities).find(
    ([name]) => name.toLowerCase() === priority?.trim().toLowerCase(),
  )
  const days = byPriority?.[1] ?? config.due.default
  if (days === null) return null
  const date = new Date(`${mergedOn}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
