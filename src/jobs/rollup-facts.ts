import { parseConfig } from '../config/parse.ts'
import type { Config } from '../config/schema.ts'
import { lastWeekly } from '../plan/dashboard.ts'
import { sameRepository } from '../plan/references.ts'
import type { IssueReference } from '../plan/tracking.ts'
import type { Issue, RepositoryName, TrackedIssue } from '../plan/types.ts'
import { weekBefore } from '../plan/weeks.ts'
import type { Deps } from './deps.ts'
import { NotFoundError, PermanentError } from './errors.ts'
import { findHome } from './home.ts'
import type { Snapshot } from './ports.ts'
import { timeZoneOf } from './today.ts'
import { World } from './world.ts'

/** What the weekly job of a repository works with. */
export interface RollupContext {
  snapshot: Snapshot
  config: Config
  /** The repository where issues go. */
  home: RepositoryName
  world: World
  deps: Deps
}

/** A postmortem of which the app opened issues, and where its comments go. */
export interface FollowedPostmortem {
  path: string
  /** Its issues, the oldest first. */
  issues: [TrackedIssue, ...TrackedIssue[]]
  /** Its pull request, or its tracking issue where it has none. */
  place: IssueReference
}

interface RollupFacts {
  context: RollupContext
  postmortems: FollowedPostmortem[]
  /** The dashboards that stand here, where issues go elsewhere now. */
  formerDashboards: Issue[]
}

/**
 * Reads the issues first, since they tell which files to read, and configuration and files in one request after that.
 * Only where issues go elsewhere, or come from elsewhere too, it takes more.
 *
 * @throws PermanentError that says why the repository has to be skipped
 */
export const readRollupFacts = async (repository: RepositoryName, deps: Deps): Promise<RollupFacts> => {
  const { github } = deps
  const here = await issuesHere(repository, deps)
  const first = await github.snapshot(repository, here === null ? [] : likelyPaths(here, deps))
  if (first.isArchived) throw new PermanentError('the repository is archived.')
  const parsed = parseConfig(first.config)
  if (!parsed.ok) throw new PermanentError('its configuration cannot be used.')
  const { config } = parsed
  const { name: home, problems } = await findHome(first, config, deps)
  if (problems.length > 0) throw new PermanentError(problems.join(' '))
  const isHere = here !== null && sameRepository(home, first.name)
  const world = isHere ? here : new World(await github.ownIssues(home))
  const followed = followedIssues(world, deps).filter(([{ marker }]) => marker.repository === first.id)
  const paths = followed.map(([{ marker }]) => marker.path)
  const isWhole = paths.every((path) => first.files.has(path))
  const snapshot = isWhole ? first : await github.snapshot(repository, paths)
  const context = { snapshot, config, home, world, deps }
  return {
    context,
    postmortems: postmortemsOf(followed, context),
    formerDashboards: isHere ? [] : (here?.dashboardsOf(first.id, false) ?? []),
  }
}

/** @returns null where issues are switched off: they can go to another repository */
const issuesHere = async (repository: RepositoryName, { github }: Deps): Promise<World | null> => {
  try {
    return new World(await github.ownIssues(repository))
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
}

/** The paths of the postmortems with issues here; none where these are those of several repositories. */
const likelyPaths = (here: World, deps: Deps): string[] => {
  const markers = followedIssues(here, deps).map(([{ marker }]) => marker)
  const isShared = new Set(markers.map(({ repository }) => repository)).size > 1
  return isShared ? [] : markers.map(({ path }) => path)
}

const DAY_MS = 24 * 60 * 60 * 1000

type IssuesOfOne = FollowedPostmortem['issues']

/**
 * The issues of postmortems with open ones, and of those whose last one was closed since the last weekly job and the hours
 * by which jobs may be late: their last comment is outdated, and their status too, if the app was away.
 */
const followedIssues = (world: World, { clock }: Deps): IssuesOfOne[] => {
  const weekAgo = weekBefore(clock.now(), timeZoneOf(clock)).getTime()
  const repositories = Map.groupBy(world.items(), ({ marker }) => marker.repository)
  return [...repositories].flatMap(([repository, items]) => {
    const monday = lastWeekly(world.dashboardsOf(repository, false))
    const since = Math.min(weekAgo, monday === null ? Infinity : Date.parse(monday)) - DAY_MS
    const isFollowed = ({ state, closedAt }: TrackedIssue): boolean =>
      state === 'open' || (closedAt !== null && Date.parse(closedAt) > since)
    const groups = Map.groupBy(items, ({ marker }) => marker.path)
    return [...groups.values()].flatMap((issues): IssuesOfOne[] => {
      const [oldest, ...others] = issues.toSorted((left, right) => left.number - right.number)
      return oldest !== undefined && issues.some(isFollowed) ? [[oldest, ...others]] : []
    })
  })
}

const postmortemsOf = (followed: IssuesOfOne[], context: RollupContext): FollowedPostmortem[] =>
  followed.flatMap((issues) => {
    const place = placeOf(issues[0], context)
    return place === null ? [] : [{ path: issues[0].marker.path, issues, place }]
  })

const placeOf = (
  { marker }: TrackedIssue,
  { world, home, snapshot }: RollupContext,
): FollowedPostmortem['place'] | null => {
  const { repository, path, pullRequest } = marker
  const tracking = world.trackingIssueOf(repository, path)
  if (tracking) return { ...home, number: tracking.number }
  return pullRequest === null ? null : { ...snapshot.name, number: pullRequest }
}
