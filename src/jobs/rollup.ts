import { parseConfig } from '../config/parse.ts'
import {
  planDeletions,
  planMinimizing,
  planRollup,
  rollupView,
  weeklyComments,
  type WeeklyComment,
} from '../plan/rollup.ts'
import type { Operation, RepositoryName, TrackedIssue } from '../plan/types.ts'
import { wronglyLabelled } from '../plan/overdue.ts'
import { isoWeek, weekBefore } from '../plan/weeks.ts'
import { labelFor } from '../render/labels.ts'
import { renderRollup } from '../render/rollup.ts'
import { apply } from './apply.ts'
import { writeDashboard } from './dashboard.ts'
import type { Deps } from './deps.ts'
import { NotFoundError, PermanentError } from './errors.ts'
import {
  readStatuses,
  type FollowedPostmortem,
  type PostmortemStatus,
  type RollupContext,
} from './rollup-status.ts'
import { timeZoneOf, today } from './today.ts'
import { World } from './world.ts'

/**
 * Does the week's work in one repository: sets the label of overdue issues right, writes the weekly comment of each
 * postmortem with open items, and hides those of earlier weeks. Doing it again in the same week writes nothing.
 *
 * A repository where it cannot be done is skipped with a line in the log.
 *
 * @returns the writes that it took
 * @throws RetryableError where GitHub failed
 */
export const rollUp = async (repository: RepositoryName, deps: Deps): Promise<Operation[]> => {
  const done: Operation[] = []
  try {
    const why = await rollUpUnless(repository, deps, done)
    if (why !== null) deps.log.warn({ repository }, `No weekly comments here: ${why}`)
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    deps.log.warn({ repository }, `No weekly comments here: ${error.message}`)
  }
  return done
}

/** @returns why the repository has to be skipped; null where all is done */
const rollUpUnless = async (
  repository: RepositoryName,
  deps: Deps,
  done: Operation[],
): Promise<string | null> => {
  const world = new World(await deps.github.ownIssues(repository))
  const candidates = followedPostmortems(world, weekBefore(deps.clock.now(), timeZoneOf(deps.clock)))
  if (world.items().length === 0) return null
  const paths = [...new Set(candidates.map(({ path }) => path))]
  const snapshot = await deps.github.snapshot(repository, paths)
  if (snapshot.isArchived) return 'the repository is archived.'
  const parsed = parseConfig(snapshot.config)
  if (!parsed.ok) return 'its configuration cannot be used.'
  const { config } = parsed
  const context: RollupContext = { snapshot, config, world, deps }
  const postmortems = candidates.filter(({ issues }) => issues[0].marker.repository === snapshot.id)

  const run = async (operations: Operation[]): Promise<void> => {
    await apply(operations, snapshot.name, deps)
    done.push(...operations)
  }
  const relabelled = await markOverdue(context, run)
  if (config.rollup.enabled) await comment(postmortems, context, run)
  if (relabelled.length > 0) await deps.enqueue(snapshot.name, { kind: 'paths', paths: relabelled })
  done.push(...(await writeDashboard(context)))
  return null
}

type Run = (operations: Operation[]) => Promise<void>

/** Postmortems with open issues, and those whose last one was closed since `recently`: their last comment is outdated. */
const followedPostmortems = (world: World, recently: Date): FollowedPostmortem[] => {
  const isFollowed = ({ state, closedAt }: TrackedIssue): boolean =>
    state === 'open' || (closedAt !== null && Date.parse(closedAt) > recently.getTime())
  const groups = Map.groupBy(world.items(), ({ marker }) => `${marker.repository} ${marker.path}`)
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group.toSorted((left, right) => left.number - right.number)
    if (first === undefined || !group.some(isFollowed)) return []
    const { repository, path, pullRequest } = first.marker
    const tracking = world.trackingIssueOf(
      (marker) => marker.repository === repository && marker.path === path,
    )
    const place = tracking?.number ?? pullRequest
    return place === null ? [] : [{ path, issues: [first, ...rest], place }]
  })
}

/** @returns the postmortems whose status says something else now */
const markOverdue = async ({ world, config, deps }: RollupContext, run: Run): Promise<string[]> => {
  const label = labelFor(config.labels.overdue, config.labels)
  const { add, remove } = wronglyLabelled(world.items(), label.name, today(deps.clock))
  if (add.length + remove.length === 0) return []
  await run([
    {
      kind: 'set-label',
      label,
      add: add.map(({ number }) => number),
      remove: remove.map(({ number }) => number),
      reason: `${add.length} overdue now, ${remove.length} no longer`,
    },
  ])
  return [...new Set([...add, ...remove].map(({ marker }) => marker.path))]
}

const comment = async (
  postmortems: FollowedPostmortem[],
  context: RollupContext,
  run: Run,
): Promise<void> => {
  const { snapshot, deps } = context
  if (postmortems.length === 0) return
  const places = postmortems.map(({ place }) => place)
  const statuses = await readStatuses(
    postmortems,
    await deps.github.ownCommentsOn(snapshot.name, places),
    context,
  )
  const week = isoWeek(today(deps.clock))
  const outdated: WeeklyComment[] = []
  const written: FollowedPostmortem[] = []
  for (const postmortem of statuses) {
    const weekly = weeklyComments(postmortem.comments, identityOf(postmortem, snapshot.id))
    outdated.push(...weekly)
    const operations = planWeekly(postmortem, weekly, week, context)
    if (operations.length > 0 && (await runUnlessLocked(operations, postmortem, deps, run)))
      written.push(postmortem)
  }
  await run(planMinimizing(outdated, week))
  if (written.length > 0) await deleteSecondOnes(written, week, context, run)
}

const identityOf = (
  { path, issues }: FollowedPostmortem,
  repository: number,
): { repository: number; path: string; oldest: number } => ({ repository, path, oldest: issues[0].number })

const planWeekly = (
  postmortem: PostmortemStatus,
  weekly: WeeklyComment[],
  week: string,
  { snapshot, config, deps }: RollupContext,
): Operation[] => {
  const { status, followed, issues, place } = postmortem
  if (status.progress.open === 0) return []
  const view = rollupView({
    status,
    issues: followed,
    previous: weekly.findLast(({ marker }) => marker.week < week)?.marker ?? null,
    week,
    now: deps.clock.now(),
    timeZone: timeZoneOf(deps.clock),
  })
  const closed = issues.filter(({ state }) => state === 'closed').map(({ number }) => number)
  const text = renderRollup(view, { mentionsOwners: config.rollup.mentions === 'overdue-owners' })
  return planRollup(place, { ...identityOf(postmortem, snapshot.id), week, closed }, text, weekly)
}

/** A conversation that people locked or deleted must not keep the others from their comment. */
const runUnlessLocked = async (
  operations: Operation[],
  { path, place }: FollowedPostmortem,
  { log }: Deps,
  run: Run,
): Promise<boolean> => {
  try {
    await run(operations)
    return true
  } catch (error) {
    const isLocked = error instanceof PermanentError && /locked/i.test(error.message)
    if (!isLocked && !(error instanceof NotFoundError)) throw error
    log.warn({ path, number: place }, `No weekly comment here: ${error.message}`)
    return false
  }
}

/** Two deployments that run at once can both find no comment of this week and write one. The first one stays. */
const deleteSecondOnes = async (
  written: FollowedPostmortem[],
  week: string,
  { snapshot, deps }: RollupContext,
  run: Run,
): Promise<void> => {
  const places = written.map(({ place }) => place)
  const threads = await deps.github.ownCommentsOn(snapshot.name, places)
  for (const postmortem of written) {
    const weekly = weeklyComments(threads.get(postmortem.place) ?? [], identityOf(postmortem, snapshot.id))
    await run(planDeletions(weekly, week))
  }
}
