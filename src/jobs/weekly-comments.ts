import { referenceKey } from '../plan/references.ts'
import { rollupView } from '../plan/rollup.ts'
import type { Operation, RepositoryName, Revision } from '../plan/types.ts'
import {
  outdatedComments,
  planDeletions,
  planRollup,
  weeklyComments,
  type WeeklyComment,
  type WeeklyComments,
} from '../plan/weekly-comments.ts'
import { isoWeek, type IsoWeek } from '../plan/weeks.ts'
import { renderRollup } from '../render/rollup.ts'
import type { Deps } from './deps.ts'
import { ClosedConversationError, NotFoundError } from './errors.ts'
import type { FollowedPostmortem, RollupContext } from './rollup-facts.ts'
import { readThreads, type PostmortemStatus } from './rollup-status.ts'
import { timeZoneOf, today } from './today.ts'

/** Carries operations out in a repository and keeps account of them. */
export type Run = (operations: Operation[], repository: RepositoryName) => Promise<void>

/**
 * Writes this week's comment of each postmortem with open items that has none yet.
 *
 * @returns what hides those of earlier weeks
 */
export const writeWeeklyComments = async (
  statuses: PostmortemStatus[],
  context: RollupContext,
  run: Run,
): Promise<Revision[]> => {
  const { snapshot, world, deps } = context
  const week = isoWeek(today(deps.clock))
  const paths = world.pathsOf(snapshot.id)
  const earlier: WeeklyComment[] = []
  const written: FollowedPostmortem[] = []
  for (const postmortem of statuses) {
    const weekly = weeklyComments(postmortem.comments, identityOf(postmortem, snapshot.id), paths)
    earlier.push(...weekly.own, ...weekly.stray)
    const operations = planWeekly(postmortem, weekly, week, context)
    if (operations.length > 0 && (await runUnlessLocked(operations, postmortem, deps, run)))
      written.push(postmortem)
  }
  if (written.length > 0) await deleteSecondOnes(written, week, context, run)
  return outdatedComments(earlier, week)
}

const repositoryOf = ({ owner, repo }: FollowedPostmortem['place']): RepositoryName => ({ owner, repo })

const identityOf = (
  { path, issues }: FollowedPostmortem,
  repository: number,
): { repository: number; path: string; issues: number[] } => ({
  repository,
  path,
  issues: issues.map(({ number }) => number),
})

const planWeekly = (
  postmortem: PostmortemStatus,
  weekly: WeeklyComments,
  week: IsoWeek,
  { snapshot, config, deps }: RollupContext,
): Operation[] => {
  const { status, followed, issues, place } = postmortem
  if (status.progress.open === 0) return []
  const view = rollupView({
    status,
    issues: followed,
    previous: weekly.own.findLast(({ marker }) => marker.week < week)?.marker ?? null,
    week,
    now: deps.clock.now(),
    timeZone: timeZoneOf(deps.clock),
  })
  const closed = issues.filter(({ state }) => state === 'closed').map(({ number }) => number)
  const text = renderRollup(view, { mentionsOwners: config.rollup.mentions === 'overdue-owners' })
  const record = { ...identityOf(postmortem, snapshot.id), week, closed, at: deps.clock.now().toISOString() }
  return planRollup(place.number, record, text, weekly)
}

/** A conversation that people locked or deleted must not keep the others from their comment. */
const runUnlessLocked = async (
  operations: Operation[],
  { path, place }: FollowedPostmortem,
  { log }: Deps,
  run: Run,
): Promise<boolean> => {
  try {
    await run(operations, repositoryOf(place))
    return true
  } catch (error) {
    if (!(error instanceof ClosedConversationError || error instanceof NotFoundError)) throw error
    log.warn({ path, number: place.number }, `No weekly comment here: ${error.message}`)
    return false
  }
}

/** Two deployments that run at once can both find no comment of this week and write one. The first one stays. */
const deleteSecondOnes = async (
  written: FollowedPostmortem[],
  week: IsoWeek,
  { snapshot, world, deps }: RollupContext,
  run: Run,
): Promise<void> => {
  const threads = await readThreads(written, deps)
  for (const postmortem of written) {
    const comments = threads.get(referenceKey(postmortem.place)) ?? []
    const { own } = weeklyComments(comments, identityOf(postmortem, snapshot.id), world.pathsOf(snapshot.id))
    await run(planDeletions(own, week), repositoryOf(postmortem.place))
  }
}
