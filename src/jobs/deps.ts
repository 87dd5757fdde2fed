import type { Look } from './job.ts'
import type { Clock, Extractor, GitHub, Logger, RepositoryName } from './ports.ts'

/** What a job works with. */
export interface Deps {
  /** GitHub as the job's installation sees it. */
  github: GitHub
  extractor: Extractor
  clock: Clock
  log: Logger
  /** Asks for a further job of this installation; it runs after this one. */
  enqueue: (repository: RepositoryName, look: Look) => void | Promise<void>
}
