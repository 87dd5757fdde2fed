import { configPath } from '../config/problem.ts'
import { parseConfig } from '../config/parse.ts'
import type { ConfigProblem } from '../config/problem.ts'
import { parseNote, planCheck, type Check, type CheckRun } from '../plan/check.ts'
import type { Operation } from '../plan/types.ts'
import { configurationCheck, failedCheck, plainCheck } from '../render/check.ts'
import { apply } from './apply.ts'
import { configurationText } from './configuration-text.ts'
import type { Deps } from './deps.ts'
import { PermanentError, RetryableError } from './errors.ts'
import { isMarkdown } from './paths.ts'
import type { PullRequest, RepositoryName, Snapshot } from './ports.ts'
import { MOST_POSTMORTEMS, previewMerge } from './preview-merge.ts'
import { readBranch } from './sync.ts'

/** Which check is to be made. */
export interface PreviewRequest {
  number: number
  /** Somebody asked for it again. */
  wasAskedFor: boolean
  /** GitHub's id of the delivery, which the check names where it fails. */
  delivery: string
}

/**
 * Says in a check run what merging a pull request will do to the issues, and what a reviewer might consider.
 * Nothing else is written, anywhere. A pull request without postmortems gets no check, unless the configuration
 * wants one on every pull request.
 *
 * @returns the write that it took, if any
 * @throws RetryableError, PermanentError after a neutral check was written, so that nobody is blocked
 */
export const previewPullRequest = async (
  repository: RepositoryName,
  { number, wasAskedFor, delivery }: PreviewRequest,
  deps: Deps,
): Promise<Operation[]> => {
  const pull = await deps.github.pullRequest(repository, number)
  if (!pull.isOpen) return []
  const write = async (check: Check | null): Promise<Operation[]> => {
    const existing = await deps.github.ownCheck(repository, pull.headSha)
    const said = check ?? (existing === null ? null : NOTHING_TO_CHECK)
    if (said === null) return []
    const isOfAnother = existing !== null && parseNote(existing.note)?.pullRequest !== number
    // The same commit in a pull request to another branch, say, whose check has more to say.
    if (said === NOTHING_TO_CHECK && isOfAnother) return []
    const { headSha } = pull
    const operations = planCheck({ pullRequest: number, headSha, check: said, existing, wasAskedFor })
    await apply(operations, repository, deps)
    return operations
  }
  try {
    return await write(await checkOf(repository, pull, deps))
  } catch (error) {
    await sayThatItFailed(repository, pull, delivery, deps)
    if (error instanceof RetryableError || error instanceof PermanentError) throw error
    throw new RetryableError('The check could not be made.', { cause: error })
  }
}

/** The same for the pull requests that the app's check run on a commit is about. */
export const previewCommit = async (
  repository: RepositoryName,
  { sha, delivery }: { sha: string; delivery: string },
  deps: Deps,
): Promise<Operation[]> => {
  const existing = await deps.github.ownCheck(repository, sha)
  const note = parseNote(existing?.note ?? '')
  if (note === null) return []
  return previewPullRequest(repository, { number: note.pullRequest, wasAskedFor: true, delivery }, deps)
}

const NOTHING_TO_CHECK = plainCheck(
  'Merging this pull request changes no postmortem',
  'As it stands now, it changes no postmortem on the default branch, so merging it opens and changes no issue.',
)

/** @returns null where the pull request is none of the app's business */
const checkOf = async (repository: RepositoryName, pull: PullRequest, deps: Deps): Promise<Check | null> => {
  const { github } = deps
  const paths = await github.pullRequestPaths(repository, pull.number)
  const markdown = paths.filter(isMarkdown)
  const changesConfig = paths.includes(configPath)
  const changed = changesConfig ? { configuration: await configurationAt(repository, pull, deps) } : {}
  // What a stranger configures is checked but not followed: it could ask about repositories that they cannot see.
  const followed = pull.isFromFork ? {} : changed
  const branch = await readBranch(repository, markdown, deps, { ...followed, most: MOST_POSTMORTEMS })
  if (branch.snapshot.isArchived) return null
  // Issues are opened for what reaches the default branch.
  const isToDefaultBranch = pull.baseBranch === branch.snapshot.defaultBranch
  if (!isToDefaultBranch || (branch.postmortems.length === 0 && !changesConfig))
    return isWantedEverywhere(branch.snapshot) ? NOTHING_TO_CHECK : null
  const problems = configProblems(branch.snapshot, changed)
  if (problems.length > 0) return configurationCheck(problems, changesConfig)
  if (branch.postmortems.length === 0) return CONFIGURATION_IN_ORDER
  return previewMerge(branch, pull, deps)
}

/** As it stands on the default branch: a pull request cannot lift for itself what a rule waits for. */
const isWantedEverywhere = ({ config }: Snapshot): boolean => {
  const parsed = parseConfig(config)
  return parsed.ok && parsed.config.check.everyPullRequest
}

const configurationAt = async (
  repository: RepositoryName,
  { headSha }: PullRequest,
  { github }: Deps,
): Promise<string | null> => {
  const files = await github.filesAt(repository, headSha, [configPath])
  return configurationText(files.get(configPath))
}

const configProblems = (
  { config }: Snapshot,
  { configuration = config.repository }: { configuration?: string | null },
): ConfigProblem[] => {
  const parsed = parseConfig({ ...config, repository: configuration })
  return parsed.ok ? [] : parsed.problems
}

const CONFIGURATION_IN_ORDER = plainCheck(
  'The configuration is in order',
  `This pull request changes \`${configPath}\` and no postmortem. The file can be used as it is.`,
)

/** Where an earlier attempt came to a result for this commit, that result stays. */
const sayThatItFailed = async (
  repository: RepositoryName,
  { number, headSha }: PullRequest,
  delivery: string,
  deps: Deps,
): Promise<void> => {
  try {
    const existing: CheckRun | null = await deps.github.ownCheck(repository, headSha)
    if (existing?.conclusion) return
    const check = failedCheck(delivery)
    await apply(
      planCheck({ pullRequest: number, headSha, check, existing, wasAskedFor: false }),
      repository,
      deps,
    )
  } catch (error) {
    deps.log.warn({ err: error, number }, 'Not even the failure of the check could be written')
  }
}
