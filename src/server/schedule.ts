import { Cron } from 'croner'
import type { Logger } from '../jobs/ports.ts'

export interface Schedule {
  /** When it runs next, from now or a later moment; null where its pattern names no moment to come. */
  next: (after?: Date) => Date | null
  stop: () => void
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Runs a task by the clocks of a place, also where these are put forward or back. A run that is still under way when
 * the next is due makes that one wait for the week after. A run that fails is tried again. At the start, a run that was
 * due in the last day is made up for: the process may have been down, and if it was not, the task finds nothing to do.
 *
 * @param options.pattern in cron's words: `0 9 * * 1` is Monday at nine
 * @param options.retryAfterMs how long after a failure
 * @throws TypeError, RangeError for a pattern or time zone that is none
 */
export const startSchedule = ({
  pattern,
  timeZone,
  task,
  log,
  retryAfterMs = HOUR_MS,
}: {
  pattern: string
  timeZone: string
  task: () => Promise<void>
  log: Logger
  retryAfterMs?: number
}): Schedule => {
  let retry: NodeJS.Timeout | undefined
  const run = async (): Promise<void> => {
    clearTimeout(retry)
    try {
      await task()
    } catch (err) {
      log.error({ err }, 'The weekly job failed; it runs again in an hour')
      if (!cron.isStopped()) retry = setTimeout(() => void run(), retryAfterMs).unref()
    }
  }
  // A schedule alone keeps no process alive.
  const cron = new Cron(pattern, { timezone: timeZone, protect: true, unref: true }, run)
  const [lastDue] = cron.previousRuns(1)
  if (lastDue !== undefined && Date.now() - lastDue.getTime() < DAY_MS) void cron.trigger()
  return {
    next: (after) => cron.nextRun(after),
    stop: () => {
      clearTimeout(retry)
      cron.stop()
    },
  }
}

/** @returns what is wrong with a schedule, or null */
export const scheduleProblem = (pattern: string, timeZone: string): string | null => {
  try {
    new Cron(pattern, { timezone: timeZone, paused: true }).nextRun()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
