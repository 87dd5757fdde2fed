import type { RepositoryName } from '../plan/types.ts'

/**
 * Where to look. A job says nothing about what happened: the sync reads the facts itself,
 * so that a lost, repeated or late event does no harm.
 */
export type Look =
  | { kind: 'paths'; paths: string[] }
  | { kind: 'pull-request'; number: number }
  /** An issue that the app did not open, but adopted for an item that links it. */
  | { kind: 'adopted-issue'; number: number }
  /** Every postmortem with open items: the weekly comments are due. */
  | { kind: 'rollup' }
  /** The issue that shows all action items of the repository. */
  | { kind: 'dashboard' }

/** One piece of work: small, and safe to run twice. */
export interface Job {
  installationId: number
  repository: RepositoryName
  look: Look
  /** GitHub's id of the delivery that asked for it, for the log. */
  delivery: string
}

/** Jobs of one repository run one after another. */
export const groupOf = ({ installationId, repository }: Job): string =>
  `${installationId}/${repository.owner}/${repository.repo}`.toLowerCase()

/** Equal jobs need to run only once. */
export const keyOf = (job: Job): string => `${groupOf(job)} ${JSON.stringify(job.look)}`
