import type { Config } from '../config/schema.ts'
import { sameRepository } from '../plan/references.ts'
import {
  homeArchivedProblem,
  homeOfAnotherOwnerProblem,
  homeOutOfSightProblem,
  homePublicProblem,
  issuesDisabledProblem,
} from '../render/notices.ts'
import type { Deps } from './deps.ts'
import { PermanentError } from './errors.ts'
import type { RepositoryName, Snapshot } from './ports.ts'

/** The repository where the issues of a repository's postmortems go. */
export interface Home {
  name: RepositoryName
  hasIssues: boolean
  /** Why no issue may be opened there, one sentence of Markdown each. */
  problems: string[]
}

/**
 * Finds the repository where issues go: the postmortem's own, or the one of the same owner that the configuration
 * names. From private postmortems issues go to a public repository only where the configuration says so.
 */
export const findHome = async (
  snapshot: Snapshot,
  { issues }: Pick<Config, 'issues'>,
  { github }: Pick<Deps, 'github'>,
): Promise<Home> => {
  const own = { name: snapshot.name, hasIssues: snapshot.hasIssues }
  const wanted = issues.repository === null ? snapshot.name : nameOf(issues.repository, snapshot.name.owner)
  if (sameRepository(wanted, snapshot.name))
    return { ...own, problems: snapshot.hasIssues ? [] : [issuesDisabledProblem()] }
  const label = `${wanted.owner}/${wanted.repo}`
  if (wanted.owner.toLowerCase() !== snapshot.name.owner.toLowerCase())
    return { ...own, problems: [homeOfAnotherOwnerProblem(label, snapshot.name.owner)] }
  const home = await read(wanted, github)
  if (home === null) return { ...own, problems: [homeOutOfSightProblem(label)] }
  const { name, hasIssues, isArchived, isPrivate } = home
  const isExposed = snapshot.isPrivate && !isPrivate && !issues.allowPublic
  return {
    name,
    hasIssues,
    problems: [
      ...(isExposed ? [homePublicProblem(label)] : []),
      ...(isArchived ? [homeArchivedProblem(label)] : []),
      ...(hasIssues ? [] : [issuesDisabledProblem(label)]),
    ],
  }
}

/** `name` or `owner/name`. */
const nameOf = (written: string, defaultOwner: string): RepositoryName => {
  const [repo = '', owner = defaultOwner] = written.split('/').reverse()
  return { owner, repo }
}

const read = async (name: RepositoryName, github: Deps['github']): Promise<Snapshot | null> => {
  try {
    return await github.snapshot(name, [])
  } catch (error) {
    if (error instanceof PermanentError) return null
    throw error
  }
}
