import { setTimeout as sleep } from 'node:timers/promises'
import { RetryableError } from '../jobs/errors.ts'
import { describeJob, type Job } from '../jobs/job.ts'
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

/** A day of limits is no rush any more, but a fault. */
const LONGEST_SECONDS = 24 * 3600

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
    const delays = [...retry.delaysSeconds]
    let askedFor = 0
    for (;;) {
      try {
        await run(job)
        return
      } catch (err) {
        const fields = { ...describeJob(job), err }
        const seconds = err instanceof RetryableError ? secondsToWait(err, delays, retry, askedFor) : null
        if (seconds === null) {
          log.error(fields, 'The job failed for good')
          return
        }
        if (err instanceof RetryableError && err.retryAfterSeconds !== null) askedFor += seconds
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

/**
 * How long to wait before the next attempt; null where there is none. A wait that GitHub asks for is no failed
 * attempt: in a rush, a job may have to wait for its turn hour by hour.
 *
 * @param delays those left; the first is taken
 * @param askedFor the seconds that GitHub has made the job wait so far
 */
const secondsToWait = (
  { retryAfterSeconds }: RetryableError,
  delays: number[],
  { delaysSeconds: [shortest = 0] }: Retry,
  askedFor: number,
): number | null => {
  if (retryAfterSeconds === null) return delays.shift() ?? null
  return askedFor < LONGEST_SECONDS ? Math.max(shortest, retryAfterSeconds) : null
}
