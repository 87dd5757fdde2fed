import { postmortemMatcher } from '../config/paths.ts'
import { planFormerDashboards } from '../plan/dashboard.ts'
import { missingLabels } from '../plan/labels.ts'
import { wronglyLabelled } from '../plan/overdue.ts'
import type { Operation, RepositoryName, Revision } from '../plan/types.ts'
import { mondayOf } from '../plan/weeks.ts'
import { planRevisions, refreshedStatus } from '../plan/weekly-comments.ts'
import { formerDashboard } from '../render/dashboard.ts'
import { labelFor } from '../render/labels.ts'
import { renderStatus } from '../render/status.ts'
import { apply } from './apply.ts'
import { writeDashboard } from './dashboard.ts'
import type { Deps } from './deps.ts'
import { PermanentError } from './errors.ts'
import { readRollupFacts, type FollowedPostmortem, type RollupContext } from './rollup-facts.ts'
import { readStatuses, readThreads, type PostmortemStatus } from './rollup-status.ts'
import { today } from './today.ts'
import { writeWeeklyComments, type Run } from './weekly-comments.ts'

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
  const run: Run = async (operations, where) => {
    await apply(operations, where, deps)
    done.push(...operations)
  }
  try {
    const { context, postmortems, formerDashboards } = await readRollupFacts(repository, deps)
    await doWeeksWork(postmortems, context, run)
    // Where nothing is followed, nothing can go unheard either, and the dashboard needs no new record.
    const weekly = postmortems.length > 0 ? mondayOf(today(deps.clock)) : null
    done.push(...(await writeDashboard({ ...context, weekly })))
    const { id, name } = context.snapshot
    await run(planFormerDashboards(formerDashboards, id, formerDashboard), name)
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    deps.log.warn({ repository }, `No weekly comments here: ${error.message}`)
  }
  return done
}

const doWeeksWork = async (
  postmortems: FollowedPostmortem[],
  context: RollupContext,
  run: Run,
): Promise<void> => {
  const { snapshot, config, deps } = context
  const labels = await overdueLabels(context)
  const statuses = await readStatuses(postmortems, await readThreads(postmortems, deps), context)
  const outdated = config.rollup.enabled ? await writeWeeklyComments(statuses, context, run) : []
  const late = statuses.filter(({ status }) => status.progress.overdue > 0).map(({ path }) => path)
  const ended = statuses.filter((each) => each.status.progress.open === 0 && !isFinished(each, context))
  const changed = [...labels.paths, ...late, ...ended.map(({ path }) => path)]
  const inIssues = [...new Set(changed)].filter(
    (path) => !statuses.some((each) => each.path === path && each.shown),
  )
  // Before the labels are right: another attempt would not know for which statuses to ask.
  const isNamed = postmortemMatcher(config)
  const named = inIssues.filter(isNamed)
  if (named.length > 0) await deps.enqueue(snapshot.name, { kind: 'paths', paths: named })
  for (const path of inIssues.filter((each) => !isNamed(each)))
    await deps.enqueue(snapshot.name, { kind: 'followed', path })
  await run(planRevisions([...labels.revisions, ...statuses.flatMap(refreshed), ...outdated]), snapshot.name)
}

/** Whether the issue that shows a status says that all is done; true where a comment shows it. */
const isFinished = ({ path }: FollowedPostmortem, { world, snapshot }: RollupContext): boolean =>
  world.trackingIssueOf(snapshot.id, path)?.marker.finished ?? true

/** What the comment with a postmortem's status should say today; nothing where a sync has to say more. */
const refreshed = ({ shown, status }: PostmortemStatus): Revision[] =>
  shown === null || status.problems.length > 0
    ? []
    : refreshedStatus(shown.comment, shown.record, renderStatus(status))

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
