import { chain, type Next } from './api.ts'
import type { Core } from './core.ts'
import type { Emulator } from './emulator.ts'
import { repairAssignees } from './repairs/assignees.ts'
import { repairChecks } from './repairs/checks.ts'
import { createClock } from './repairs/clock.ts'
import { repairComments } from './repairs/comments.ts'
import { repairCommentPermissions } from './repairs/comment-permissions.ts'
import { repairCommits } from './repairs/commits.ts'
import { repairContents } from './repairs/contents.ts'
import { repairForks } from './repairs/forks.ts'
import { repairHookDeliveries } from './repairs/hook-deliveries.ts'
import { createIssueEvents } from './repairs/issue-events.ts'
import { repairIssueList } from './repairs/issue-list.ts'
import { repairIssues } from './repairs/issues.ts'
import { repairLabels } from './repairs/labels.ts'
import { repairLimits } from './repairs/limits.ts'
import { repairPermissions } from './repairs/permissions.ts'
import { repairPulls } from './repairs/pulls.ts'
import { repairReactions } from './repairs/reactions.ts'
import { repairRefusals } from './repairs/refusals.ts'
import { repairRemovals } from './repairs/removals.ts'
import { repairRepositories } from './repairs/repositories.ts'
import { createStandIns } from './repairs/stand-ins.ts'
import { repairStrangers } from './repairs/strangers.ts'
import { createTokens, type Tokens } from './repairs/tokens.ts'
import { observeBranches } from './webhooks/branches.ts'
import { observeComments, observeIssues } from './webhooks/issues.ts'
import { observe } from './webhooks/observer.ts'
import { observeChecks, observePulls } from './webhooks/pulls.ts'
import type { Announcement } from './webhooks/announcement.ts'
import type { Deliveries } from './webhooks/deliveries.ts'
import type { World } from './world.ts'

/** What a local GitHub is made of. */
export interface Parts {
  world: World
  url: string
  emulator: Emulator
  deliveries: Deliveries
  now?: () => Date
}

export interface Assembly {
  tokens: Tokens
  core: Core
  /** REST with all repairs. */
  api: Next
}

/** The emulator with all repairs around it. The order matters: webhooks see repaired states, the clock translates all. */
export const assemble = ({ world, url, emulator, deliveries, now }: Parts): Assembly => {
  const standIns = createStandIns(world)
  const tokens = createTokens(world, emulator, standIns)
  const events = createIssueEvents(now ?? (() => new Date()))
  const announce = (announcement: Announcement): void => {
    events.record(announcement)
    deliveries.announce(announcement)
  }
  const core: Core = {
    world,
    url,
    emulator,
    announce,
    state: { removed: new Map(), minimized: new Map() },
    actorOf: tokens.actorOf,
    tokenFor: tokens.tokenFor,
  }
  const api = chain(
    [
      observe(
        world.owner,
        [observeBranches, observePulls, observeIssues, observeComments, observeChecks],
        emulator.rootToken,
        tokens.actorOf,
        announce,
      ),
      createClock(now),
      tokens.repair,
      repairRefusals(core),
      repairRemovals(core),
      repairRepositories(core),
      repairStrangers(core),
      events.repair(core),
      repairLimits,
      repairAssignees(core),
      repairLabels(core),
      repairReactions(core),
      repairChecks(core),
      repairHookDeliveries(core, deliveries),
      repairPermissions(core),
      repairIssueList(core),
      repairIssues(),
      repairCommits(core),
      repairCommentPermissions(core),
      repairComments(core),
      repairPulls(core),
      repairForks(core),
      repairContents,
      standIns.repair,
    ],
    emulator.send,
  )
  return { tokens, core, api }
}
