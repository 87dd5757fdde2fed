import { parseConfig } from '../config/parse.ts'
import type { Config } from '../config/schema.ts'
import { dashboardView, planDashboard } from '../plan/dashboard.ts'
import { sameRepository } from '../plan/references.ts'
import type { Operation, RepositoryName } from '../plan/types.ts'
import type { IsoDate } from '../postmortem/types.ts'
import { renderDashboard } from '../render/dashboard.ts'
import { apply } from './apply.ts'
import type { Deps } from './deps.ts'
import { findHome } from './home.ts'
import type { Snapshot } from './ports.ts'
import { timeZoneOf } from './today.ts'
import { World } from './world.ts'

/**
 * Makes the dashboard of a repository agree with its issues. A job of its own after a sync that changed something:
 * of many such syncs in a row, the dashboard is written once.
 *
 * @returns the one write that it took, or none
 */
export const refreshDashboard = async (repository: RepositoryName, deps: Deps): Promise<Operation[]> => {
  const snapshot = await deps.github.snapshot(repository, [])
  const parsed = parseConfig(snapshot.config)
  if (!parsed.ok || !parsed.config.dashboard || snapshot.isArchived) return []
  const home = await findHome(snapshot, parsed.config, deps)
  if (home.problems.length > 0) return []
  const world = new World(await deps.github.ownIssues(home.name))
  return writeDashboard({ snapshot, config: parsed.config, home: home.name, world, deps })
}

/** The same for a job that has read the facts already. */
export const writeDashboard = async ({
  snapshot,
  config,
  home,
  world,
  weekly = null,
  deps,
}: {
  snapshot: Snapshot
  config: Config
  /** Where issues go, and the dashboard with them. */
  home: RepositoryName
  world: World
  /** The Monday of the week, where it is the weekly job that writes. */
  weekly?: IsoDate | null
  deps: Deps
}): Promise<Operation[]> => {
  if (!config.dashboard) return []
  const items = world.items().filter(({ marker }) => marker.repository === snapshot.id)
  const view = dashboardView(items, deps.clock.now(), timeZoneOf(deps.clock))
  const operations = planDashboard({
    repository: snapshot.id,
    existing: world.dashboardsOf(snapshot.id, sameRepository(home, snapshot.name)),
    text: renderDashboard(view, { repositoryUrl: snapshot.url, defaultBranch: snapshot.defaultBranch }),
    labels: [config.labels.postmortem],
    hasItems: items.length > 0,
    weekly,
  })
  await apply(operations, home, deps, (issue) => {
    world.put(issue)
  })
  return operations
}
