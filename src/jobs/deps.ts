import type { Clock, Extractor, GitHub, Logger } from './ports.ts'

/** What a job works with. */
export interface Deps {
  /** GitHub as the job's installation sees it. */
  github: GitHub
  extractor: Extractor
  clock: Clock
  log: Logger
}
