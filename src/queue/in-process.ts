import PQueue from 'p-queue'
import { describeJob, groupOf, keyOf, type Job } from '../jobs/job.ts'
import type { Logger } from '../jobs/ports.ts'
import { createRunner, type Retry } from './runner.ts'

export interface Queue {
  enqueue: (job: Job) => void
  /** Settles when fewer than so many jobs are running or waiting. */
  room: (limit: number) => Promise<void>
  /** Settles when no job is running or waiting. */
  idle: () => Promise<void>
  /** Settles when every job that was taken is finished. A job between two attempts is given up, and logged. */
  close: () => Promise<void>
}

/**
 * A queue in this process's memory: jobs of one repository run in the order they came, others side by side.
 * A job that equals one still waiting is dropped, since the one that waits will see the same facts.
 */
export const createInProcessQueue = (options: {
  run: (job: Job) => Promise<void>
  log: Logger
  retry?: Retry
}): Queue => {
  const groups = new Map<string, PQueue>()
  const waiting = new Set<string>()
  const unfinished = new Set<Promise<void>>()
  const closing = new AbortController()
  const runToTheEnd = createRunner({ ...options, signal: closing.signal })

  const groupFor = (name: string): PQueue => {
    const known = groups.get(name)
    if (known !== undefined) return known
    const group = new PQueue({ concurrency: 1 })
    group.on('idle', () => groups.delete(name))
    groups.set(name, group)
    return group
  }

  const idle = async (): Promise<void> => {
    await Promise.all([...groups.values()].map((group) => group.onIdle()))
  }

  return {
    enqueue(job) {
      const key = keyOf(job)
      if (waiting.has(key)) {
        options.log.debug(describeJob(job), 'An equal job is waiting already')
        return
      }
      waiting.add(key)
      const finished = groupFor(groupOf(job))
        .add(() => {
          waiting.delete(key)
          return runToTheEnd(job)
        })
        .then(() => {
          unfinished.delete(finished)
        })
      unfinished.add(finished)
    },
    async room(limit) {
      while (unfinished.size >= limit) await Promise.race(unfinished)
    },
    idle,
    async close() {
      closing.abort()
      await idle()
    },
  }
}
