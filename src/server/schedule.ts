import { Cron } from 'croner'
import type { Logger } from '../jobs/ports.ts'

export interface Schedule {
  /** When it runs next, from now or a later moment; null where its pattern names no moment to come. */
  next: (after?: Date) => Date | null
  stop: () => void
}

/**
 * Runs a task by the clocks of a place, also where these are put forward or back. A run that is still under way when
 * the next is due makes that one wait for the week after.
 *
 * @param options.pattern in cron's words: `0 9 * * 1` is Monday at nine
 * @throws TypeError, RangeError for a pattern or time zone that is none
 */
export const startSchedule = ({
  pattern,
  timeZone,
  task,
  log,
}: {
  pattern: string
  timeZone: string
  task: () => Promise<void>
  log: Logger
}): Schedule => {
  const cron = new Cron(
    pattern,
    {
      timezone: timeZone,
      protect: true,
      // A schedule alone keeps no process alive.
      unref: true,
      catch: (err: unknown) => {
        log.error({ err }, 'The weekly job failed; it runs again next week')
      },
    },
    task,
  )
  return {
    next: (after) => cron.nextRun(after),
    stop: () => {
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
