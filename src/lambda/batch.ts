import type { SQSBatchResponse, SQSRecord } from 'aws-lambda'
import { describeJob, keyOf, type Job } from '../jobs/job.ts'
import type { Logger } from '../jobs/ports.ts'
import { parseJob } from './job-message.ts'
import type { Messages } from './messages.ts'
import { checkInTime, judge, type Past, type Patience } from './retry.ts'

/** How a job of a batch ended: `postponed` ones were not begun. */
export type Outcome = 'done' | 'retried' | 'buried' | 'postponed'

export interface BatchSettings {
  run: (job: Job) => Promise<unknown>
  messages: Messages
  patience: Patience
  /** Whether there is time for another job. */
  hasTime: () => boolean
  now: () => Date
  /** Hears how each job ended. */
  count: (outcome: Outcome) => void
  log: Logger
}

/**
 * Works off a batch of queue messages: equal jobs run once, a failure holds up its own repository only, and what is
 * finished is removed at once, so that a crash takes nothing along.
 *
 * A message that was received before may have crashed the function: those go last and in random order, so that no
 * neighbour fails with it each time.
 *
 * @returns the messages that must come again
 */
export const processBatch = async (
  records: SQSRecord[],
  settings: BatchSettings,
): Promise<SQSBatchResponse> => {
  const failed: SQSRecord[] = []
  for (const group of freshFirst([...Map.groupBy(records, repositoryOf).values()]))
    failed.push(...(await processGroup(group, settings)))
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
}

const repositoryOf = ({ attributes }: SQSRecord): string => attributes.MessageGroupId ?? ''

const receivesOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount)

const freshFirst = (groups: SQSRecord[][]): SQSRecord[][] =>
  groups
    .map((group) => ({ group, receives: Math.max(...group.map(receivesOf)), chance: Math.random() }))
    .sort((one, other) => one.receives - other.receives || one.chance - other.chance)
    .map(({ group }) => group)

/** Runs the jobs of one repository in order. After one that failed for now, the others wait as long as it does. */
const processGroup = async (records: SQSRecord[], settings: BatchSettings): Promise<SQSRecord[]> => {
  const failed: SQSRecord[] = []
  let delay: number | null = null
  for (const equals of Map.groupBy(records, jobKeyOf).values()) {
    if (delay !== null || !settings.hasTime()) {
      delay ??= 0
      settings.count('postponed')
    } else {
      delay = await runOnce(equals, settings)
    }
    if (delay === null) continue
    failed.push(...equals)
    for (const record of equals) await putBack(record, delay, settings)
  }
  return failed
}

const jobKeyOf = (record: SQSRecord): string => {
  const job = jobIn(record)
  return job ? keyOf(job) : record.messageId
}

const jobIn = ({ body }: SQSRecord): Job | null => {
  try {
    return parseJob(body)
  } catch {
    return null
  }
}

/**
 * Runs the job that all these messages ask for, of which the first has waited longest.
 *
 * @returns null where it is settled, else after how many seconds it must come again
 */
const runOnce = async (records: SQSRecord[], settings: BatchSettings): Promise<number | null> => {
  const { run, patience, count, log } = settings
  const [first] = records as [SQSRecord]
  const past = pastOf(first, settings)
  try {
    checkInTime(past, patience)
    await run(parseJob(first.body))
  } catch (err) {
    const job = jobIn(first)
    const messageIds = records.map(({ messageId }) => messageId)
    const fields = { ...(job && describeJob(job)), messageIds, receives: past.receives, err }
    const verdict = judge(err, past, patience)
    if ('seconds' in verdict) {
      log.warn({ ...fields, ...verdict }, 'The job failed and will be tried again')
      count('retried')
      return verdict.seconds
    }
    log.error(fields, 'The job failed for good: it goes to the dead-letter queue')
    count('buried')
    return (await areBuried(records, verdict.reason, settings)) ? null : patience.retrySeconds
  }
  count('done')
  for (const record of records) await remove(record, settings)
  return null
}

const pastOf = (record: SQSRecord, { now }: BatchSettings): Past => ({
  receives: receivesOf(record),
  secondsSinceFirst: (now().getTime() - Number(record.attributes.ApproximateFirstReceiveTimestamp)) / 1000,
})

const areBuried = async (
  records: SQSRecord[],
  reason: string,
  { messages, log }: BatchSettings,
): Promise<boolean> => {
  try {
    for (const record of records) await messages.bury(record, reason)
    return true
  } catch (err) {
    log.error({ err }, 'The dead-letter queue did not take the message: it comes again')
    return false
  }
}

/** Lambda removes what it does not get back; doing it here as well outlasts a crash. */
const remove = (record: SQSRecord, { messages, log }: BatchSettings): Promise<void> =>
  messages.remove(record).catch((err: unknown) => {
    log.warn({ err, messageId: record.messageId }, 'The message was not removed yet')
  })

/** Without it the message comes again all the same, when the queue's own visibility time is over. */
const putBack = (record: SQSRecord, seconds: number, { messages, log }: BatchSettings): Promise<void> =>
  messages.putBack(record, seconds).catch((err: unknown) => {
    log.warn({ err, messageId: record.messageId }, 'The message keeps its visibility time')
  })
