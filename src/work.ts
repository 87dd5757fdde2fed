import type { GitHubApp } from './github/app.ts'
import { describeJob, type Job } from './jobs/job.ts'
import type { Clock, Extractor, Logger } from './jobs/ports.ts'
import { runJob } from './jobs/run.ts'
import type { Operation } from './plan/types.ts'

/** The part of pino that running jobs needs. */
export interface JobLog extends Logger {
  child: (fields: object) => Logger
}

export interface WorkSettings {
  app: GitHubApp
  extractor: Extractor
  log: JobLog
  /** Takes the jobs that a job asks for. */
  enqueue: (job: Job) => void | Promise<void>
  /** What time it is for due dates. */
  clock: Clock
}

/**
 * Makes the function that runs a job, each with the token of its own installation. The server and the worker on
 * Lambda run their jobs with it.
 *
 * @returns a function that gives the writes the job took, and throws RetryableError or PermanentError
 */
export const createWork =
  ({ app, extractor, log, enqueue, clock }: WorkSettings) =>
  async (job: Job): Promise<Operation[]> => {
    const startedAt = performance.now()
    const jobLog = log.child(describeJob(job))
    const operations = await runJob(job, {
      github: await app.installation(job.installationId),
      extractor,
      clock,
      log: jobLog,
      enqueue: (repository, look) => enqueue({ ...job, repository, look }),
    })
    const durationMs = Math.round(performance.now() - startedAt)
    jobLog.info({ writes: operations.length, durationMs }, 'Job finished')
    return operations
  }
