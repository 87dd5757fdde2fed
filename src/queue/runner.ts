import { setTimeout as sleep } from 'node:timers/promises'
import { RetryableError } from '../jobs/errors.ts'
import type { Job } from '../jobs/job.ts'
import type { Logger } from '../jobs/ports.ts'

export interface Retry {
  /** Seconds to wait before each further attempt, where GitHub does not ask for more. */
  delaysSeconds: number[]
  /** Waits, and rejects as soon as the signal aborts. */
  wait: (seconds: number, signal: AbortSignal) => Promise<unknown>
}

const PATIENT: Retry = {
  delaysSeconds: [5, 30, 120, 600],
  wait: (seconds, signal) => sleep(seconds * 1000, undefined, { signal }),
}

/**
 * Makes the function that runs a job until it succeeds or fails for good. It never rejects:
 * a job that fails for good is logged as an error, with the delivery that asked for it.
 *
 * @param options.signal once aborted, a job that fails is not tried again
 */
export const createRunner =
  ({
    run,
    log,
    retry = PATIENT,
    signal,
  }: {
    run: (job: Job) => Promise<void>
    log: Logger
    retry?: Retry
    signal: AbortSignal
  }): ((job: Job) => Promise<void>) =>
  async (job) => {
    for (const delay of [...retry.delaysSeconds, null]) {
      try {
        await run(job)
        return
      } catch (err) {
        const fields = { err, job, delivery: job.delivery }
        if (!(err instanceof RetryableError) || delay === null) {
          log.error(fields, 'The job failed for good')
          return
        }
        const seconds = Math.max(delay, err.retryAfterSeconds ?? 0)
        log.warn({ ...fields, seconds }, 'The job failed and will be tried again')
        try {
          await retry.wait(seconds, signal)
        } catch {
          log.error(fields, 'The job was given up because the process stops; redeliver its delivery')
          return
        }
      }
    }
  }
