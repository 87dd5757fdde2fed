import { parseConfig } from '../config/parse.ts'
import { wronglyLabelled } from '../plan/overdue.ts'
import { missingLabels } from '../plan/labels.ts'
import { planRevisions, refreshedStatus } from '../plan/weekly-comments.ts'
import { sameRepository } from '../plan/references.ts'
import type { Operation, RepositoryName, Revision, TrackedIssue } from '../plan/types.ts'
import { weekBefore } from '../plan/weeks.ts'
import { labelFor } from '../render/labels.ts'
import { renderStatus } from '../render/status.ts'
import { apply } from './apply.ts'
import { writeDashboard } from './dashboard.ts'
import type { Deps } from './deps.ts'
import { PermanentError } from './errors.ts'
import { findHome } from './home.ts'
import {
  readStatuses,
  readThreads,
  type FollowedPostmortem,
  type PostmortemStatus,
  type RollupContext,
} from './rollup-status.ts'
import { timeZoneOf, today } from './today.ts'
import { writeWeeklyComments, type Run } from './weekly-comments.ts'
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
  const facts = await readFacts(repository, deps)
  if (typeof facts === 'string') return facts
  const { context, postmortems } = facts
  const run: Run = async (operations, where) => {
    await apply(operations, where, deps)
    done.push(...operations)
  }
  const { snapshot, config } = context
  const labels = await overdueLabels(context)
  const statuses = await readStatuses(postmortems, await readThreads(postmortems, deps), context)
  const outdated = config.rollup.enabled ? await writeWeeklyComments(statuses, context, run) : []
  await run(planRevisions([...labels.revisions, ...statuses.flatMap(refreshed), ...outdated]), snapshot.name)
  const inIssues = labels.paths.filter((path) => !statuses.some((each) => each.path === path && each.shown))
  if (inIssues.length > 0) await deps.enqueue(snapshot.name, { kind: 'paths', paths: inIssues })
  done.push(...(await writeDashboard(context)))
  return null
}

/** What the comment with a postmortem's status should say today; nothing where a sync has to say more. */
const refreshed = ({ shown, status }: PostmortemStatus): Revision[] =>
  shown === null || status.problems.length > 0
    ? []
    : refreshedStatus(shown.comment, shown.record, renderStatus(status))

interface Facts {
  context: RollupContext
  postmortems: FollowedPostmortem[]
}

/**
 * Reads the issues first, since they tell which files to read, and configuration and files in one request after that.
 * Only where the configuration sends issues elsewhere, both are read there once more.
 *
 * @returns why the repository has to be skipped
 */
const readFacts = async (repository: RepositoryName, deps: Deps): Promise<Facts | string> => {
  const { github } = deps
  const here = new World(await github.ownIssues(repository))
  const snapshot = await github.snapshot(repository, pathsOf(here, deps))
  if (snapshot.isArchived) return 'the repository is archived.'
  const parsed = parseConfig(snapshot.config)
  if (!parsed.ok) return 'its configuration cannot be used.'
  const { config } = parsed
  const home = await findHome(snapshot, config, deps)
  if (home.problems.length > 0) return home.problems.join(' ')
  const base = { config, home: home.name, deps }
  if (sameRepository(home.name, snapshot.name)) return factsOf({ ...base, snapshot, world: here })
  const world = new World(await github.ownIssues(home.name))
  return factsOf({ ...base, snapshot: await github.snapshot(repository, pathsOf(world, deps)), world })
}

const factsOf = (context: RollupContext): Facts => ({
  context,
  postmortems: [...followed(context.world, context.deps).values()].flatMap((issues) => {
    const [first, ...rest] = issues.toSorted((left, right) => left.number - right.number)
    if (first?.marker.repository !== context.snapshot.id) return []
    const place = placeOf(first, context)
    return place === null ? [] : [{ path: first.marker.path, issues: [first, ...rest], place }]
  }),
})

const placeOf = (
  { marker }: TrackedIssue,
  { world, home, snapshot }: RollupContext,
): FollowedPostmortem['place'] | null => {
  const { repository, path, pullRequest } = marker
  const tracking = world.trackingIssueOf((other) => other.repository === repository && other.path === path)
  if (tracking) return { ...home, number: tracking.number }
  return pullRequest === null ? null : { ...snapshot.name, number: pullRequest }
}

const pathsOf = (world: World, deps: Deps): string[] => [
  ...new Set(
    [...followed(world, deps).values()].flatMap((issues) => issues.map(({ marker }) => marker.path)),
  ),
]

/**
 * The issues of postmortems with open ones, and of those whose last one was closed within a week: their last comment
 * is outdated.
 */
const followed = (world: World, { clock }: Deps): Map<string, TrackedIssue[]> => {
  const recently = weekBefore(clock.now(), timeZoneOf(clock)).getTime()
  const isFollowed = ({ state, closedAt }: TrackedIssue): boolean =>
    state === 'open' || (closedAt !== null && Date.parse(closedAt) > recently)
  const groups = Map.groupBy(world.items(), ({ marker }) => `${marker.repository} ${marker.path}`)
  return new Map([...groups].filter(([, issues]) => issues.some(isFollowed)))
}

/** The label of overdue issues set right, and the postmortems whose status says something else by that. */
const overdueLabels = async ({
  snapshot,
  world,
  home,
  config,
  deps,
}: RollupContext): Promise<{ revisions: Revision[]; paths: string[] }> => {
  const label = labelFor(config.labels.overdue, config.labels)
  const issues = world.items().filter(({ marker }) => marker.repository === snapshot.id)
  const { add, remove } = wronglyLabelled(issues, label.name, today(deps.clock))
  const changed = [...add, ...remove]
  if (changed.length === 0) return { revisions: [], paths: [] }
  const isKnown = missingLabels([label.name], world.labels()).length === 0
  const id = await deps.github.labelId(home, label, isKnown)
  return {
    revisions: changed.flatMap((issue) => {
      const kind = add.includes(issue) ? 'add-label' : 'remove-label'
      return issue.nodeId === undefined ? [] : [{ kind, issue: issue.nodeId, label: id }]
    }),
    paths: [...new Set(changed.map(({ marker }) => marker.path))],
  }
}
