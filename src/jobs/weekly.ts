import type { Job } from './job.ts'
import type { Installations, Logger } from './ports.ts'

/**
 * Asks for the weekly job of every repository that the app is installed in. One page of the lists is in memory at a
 * time, whatever their number. An installation that cannot be read is left out with a line in the log.
 *
 * @param options.enqueue takes a job; where it waits, so does the reading of the lists
 * @returns how many jobs were asked for
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
  for await (const installationId of installations.installationIds()) {
    try {
      for await (const repository of installations.repositories(installationId)) {
        await enqueue({ installationId, repository, look: { kind: 'rollup' }, delivery: 'weekly' })
        count++
      }
    } catch (err) {
      const why = err instanceof Error ? err.message : String(err)
      log.warn({ installationId }, `No weekly comments in this installation: ${why}`)
    }
  }
  return count
}
