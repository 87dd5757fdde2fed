import { RetryableError } from './errors.ts'
import type { Job } from './job.ts'
import type { Installations, Logger } from './ports.ts'

/**
 * Asks for the weekly job of every repository that the app is installed in. One page of the lists is in memory at a
 * time, whatever their number. An installation that cannot be read is left out with a line in the log.
 *
 * @param options.enqueue takes a job; where it waits, so does the reading of the lists
 * @returns how many jobs were asked for
 * @throws RetryableError where an installation can be read later: asking again for all of them does no harm
 */
export const enqueueRollups = async ({
  installations,
  enqueue,
  log,
}: {
  installations: Installations
  enqueue: (job: Job) => void | Promise<void>
  log: Logger
}): Promise<number> => {
  let count = 0
  const passing: RetryableError[] = []
  for await (const installationId of installations.installationIds()) {
    try {
      for await (const repository of installations.repositories(installationId)) {
        await enqueue({ installationId, repository, look: { kind: 'rollup' }, delivery: 'weekly' })
        count++
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      log.warn({ installationId }, `No weekly comments in this installation: ${why}`)
      if (error instanceof RetryableError) passing.push(error)
    }
  }
  const [first] = passing
  if (first) throw first
  return count
}
