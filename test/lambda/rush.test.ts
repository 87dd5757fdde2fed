import { expect, test } from '@jest/globals'
import type { SQSRecord } from 'aws-lambda'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { RetryableError } from '../../src/jobs/errors.ts'
import type { Job } from '../../src/jobs/job.ts'
import { processBatch } from '../../src/lambda/batch.ts'

const HOUR = 3600
/** GitHub's limit for what is created within an hour. */
const GITHUB_ALLOWS = 500
/** A wait that is longer is left to the queue. */
const LONGEST_WAIT = 120
/** Five issues and a comment. */
const CREATIONS = 6

interface Message {
  record: SQSRecord
  group: string
  receives: number
  firstReceive: number
  visibleAt: number
}

const tunables = async (): Promise<Record<string, number>> => {
  const { params } = parse(await readFile('serverless.yml', 'utf8'), { logLevel: 'error' }) as {
    params: { default: Record<string, number> }
  }
  return params.default
}

const quiet = () => undefined
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }

const RUSH = 'a thousand postmortems merged at once in fifty repositories are all filed, and none is given up'

test.each([
  ['each worker keeps to its half of the limit', 225],
  ['GitHub refuses, since workers were replaced and do not know what was created', 450],
])(`${RUSH}: %s`, async (_, workerAllows) => {
  const params = await tunables()
  const { batchSize = 0, workerConcurrency = 0, workerTimeout = 0, jobSeconds = 0 } = params
  const { visibilityTimeout = 0, retrySeconds = 0, giveUpSeconds = 0, maxReceiveCount = 0 } = params
  const messages: Message[] = Array.from({ length: 1000 }, (_, number) => {
    const repo = `service-${number % 50}`
    const job: Job = {
      installationId: 1,
      repository: { owner: 'acme', repo },
      look: { kind: 'pull-request', number: number + 1 },
      delivery: 'delivery',
    }
    const record = { messageId: String(number), body: JSON.stringify(job), attributes: {} } as SQSRecord
    return { record, group: repo, receives: 0, firstReceive: 0, visibleAt: 0 }
  })
  const waiting = new Set(messages)
  const created = new Map<string, number>()
  const atGitHub: number[] = []
  const buried: string[] = []

  /** As SQS does it: in order within a group, of which nothing comes while a message of it is away. */
  const receive = (now: number): Message[] => {
    const away = new Set([...waiting].filter(({ visibleAt }) => visibleAt > now).map(({ group }) => group))
    const received = [...waiting].filter(({ group }) => !away.has(group)).slice(0, batchSize)
    for (const message of received) {
      message.receives++
      message.firstReceive ||= now
      message.visibleAt = now + visibilityTimeout
      Object.assign(message.record.attributes, {
        MessageGroupId: message.group,
        ApproximateReceiveCount: String(message.receives),
        ApproximateFirstReceiveTimestamp: String(message.firstReceive * 1000),
      })
    }
    return received
  }

  const messageOf = ({ messageId }: SQSRecord): Message => messages[Number(messageId)] as Message
  /** How long until one more may be created, with so many within an hour. */
  const waitFor = (times: number[], most: number, now: number): number =>
    Math.max((times.at(-most) ?? -Infinity) + HOUR - now, 0)

  const workers = Array.from({ length: workerConcurrency }, () => ({ now: 1, own: [] as number[] }))
  const workBatch = async (worker: (typeof workers)[number]): Promise<void> => {
    const endsAt = worker.now + workerTimeout
    const batch = receive(worker.now)
    if (batch.length === 0) worker.now += 10
    await processBatch(
      batch.map(({ record }) => record),
      {
        patience: { retrySeconds, giveUpSeconds },
        now: () => new Date(worker.now * 1000),
        hasTime: () => endsAt - worker.now > jobSeconds,
        log,
        count: quiet,
        messages: {
          remove: (record) => Promise.resolve(void waiting.delete(messageOf(record))),
          putBack: (record, seconds) =>
            Promise.resolve(void (messageOf(record).visibleAt = worker.now + seconds)),
          bury: (record) => {
            waiting.delete(messageOf(record))
            return Promise.resolve(void buried.push(record.messageId))
          },
        },
        run: async ({ look }) => {
          await Promise.resolve()
          const key = JSON.stringify(look)
          for (let done = created.get(key) ?? 0; done < CREATIONS; done++) {
            const wait = waitFor(worker.own, workerAllows, worker.now)
            if (wait > LONGEST_WAIT)
              throw new RetryableError('Many were created', { retryAfterSeconds: wait })
            worker.now += Math.max(wait, 2)
            const refusal = waitFor(atGitHub, GITHUB_ALLOWS, worker.now)
            if (refusal > 0) throw new RetryableError('Refused', { retryAfterSeconds: refusal })
            worker.own.push(worker.now)
            atGitHub.push(worker.now)
            atGitHub.sort((one, other) => one - other)
            created.set(key, done + 1)
          }
        },
      },
    )
  }

  while (waiting.size > 0) {
    const [next] = workers.sort((one, other) => one.now - other.now)
    if (next) await workBatch(next)
  }
  expect(buried).toEqual([])
  expect([...created.values()]).toEqual(Array.from({ length: 1000 }, () => CREATIONS))
  // SQS itself, which counts every wait, was not near its end.
  expect(Math.max(...messages.map(({ receives }) => receives))).toBeLessThan(maxReceiveCount / 2)
})
