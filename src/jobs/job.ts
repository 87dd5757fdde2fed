import type { RepositoryName } from '../plan/types.ts'

/**
 * Where to look. A job says nothing about what happened: the sync reads the facts itself,
 * so that a lost, repeated or late event does no harm.
 */
export type Look =
  | { kind: 'paths'; paths: string[] }
  | { kind: 'pull-request'; number: number }
  /** The configuration changed, and perhaps these files with it. */
  | { kind: 'configuration'; paths: string[] }
  /**
   * What merging an open pull request would do.
   * `wasAskedFor`: a person asked for the check again, and GitHub waits for an answer, even if it is the same.
   */
  | { kind: 'preview'; number: number; wasAskedFor: boolean }
  /** The same for the pull requests that the check runs of a commit are about. */
  | { kind: 'preview-commit'; sha: string }
  | PostmortemLook
  /**
   * An issue that items can link, whoever opened it: its comments name their postmortems.
   * `own`: the postmortem that the app opened it for, which is looked at, too.
   */
  | { kind: 'linked-issue'; number: number; own: PostmortemLook | null }
  /** Every postmortem with open items: the weekly comments are due. */
  | { kind: 'rollup' }
  /** The issue that shows all action items of the repository. */
  | { kind: 'dashboard' }
  /** A comment that may hold a command, on the issue or pull request of this number. */
  | { kind: 'command'; comment: number; number: number; isPullRequest: boolean }

/** A postmortem that a record of the app names. */
export type PostmortemLook =
  | { kind: 'followed'; path: string }
  /** The issue stands here for a postmortem of another repository, told by GitHub's numeric id. */
  | { kind: 'filed-here'; repository: number; path: string }

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

/** What the log says of a job, on every line about it: by these fields all of them are found. */
export const describeJob = ({ delivery, installationId, repository, look }: Job): object => ({
  delivery,
  installation: installationId,
  repository: `${repository.owner}/${repository.repo}`,
  look,
})
