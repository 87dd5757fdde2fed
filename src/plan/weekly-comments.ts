import { sameBody } from './block.ts'
import { formatMarker, parseMarker, type Marker, type RollupMarker } from './marker.ts'
import type { Operation, Revision } from './types.ts'
import type { IsoWeek } from './weeks.ts'

/** A comment of the app that may be hidden as outdated. */
export interface OwnComment {
  id: number
  nodeId: string
  body: string
  isMinimized: boolean
}

export type WeeklyComment = OwnComment & { marker: RollupMarker }

/** The weekly comments at the place of a postmortem, the oldest first. */
export interface WeeklyComments {
  /** Its own ones, also of its former path. */
  own: WeeklyComment[]
  /**
   * Those whose postmortem has no issue left under its path: it was deleted, or it was renamed and all its issues of that
   * time were deleted. So any of them may be an earlier comment of this postmortem.
   */
  stray: WeeklyComment[]
}

/**
 * Finds the weekly comments among the app's comments at a place.
 *
 * @param paths of all postmortems with issues
 */
export const weeklyComments = (
  comments: OwnComment[],
  { repository, path, issues }: Pick<RollupMarker, 'repository' | 'path' | 'issues'>,
  paths: ReadonlySet<string>,
): WeeklyComments => {
  const all = comments.flatMap((comment) => {
    const marker = parseMarker(comment.body)
    return marker?.kind === 'rollup' && marker.repository === repository ? [{ ...comment, marker }] : []
  })
  const own = all.filter(
    ({ marker }) => marker.path === path || marker.issues.some((number) => issues.includes(number)),
  )
  return { own, stray: all.filter((comment) => !own.includes(comment) && !paths.has(comment.marker.path)) }
}

/**
 * The weekly comment, unless this week has one. Where it has several, which two deployments can leave that run at once,
 * of which one crashed, all but the first are deleted.
 *
 * @param text the comment as Markdown
 */
export const planRollup = (
  number: number,
  record: Omit<RollupMarker, 'kind'>,
  text: string,
  { own, stray }: WeeklyComments,
): Operation[] => {
  const isOfThisWeek = ({ marker }: WeeklyComment): boolean => marker.week === record.week
  if (own.some(isOfThisWeek)) return planDeletions(own, record.week)
  if (stray.some(isOfThisWeek)) return []
  const body = `${formatMarker({ kind: 'rollup', ...record })}\n${text}`
  return [{ kind: 'create-comment', number, body, reason: `weekly comment of ${record.week}` }]
}

/** Hides the weekly comments of earlier weeks that still show. */
export const outdatedComments = (written: WeeklyComment[], week: IsoWeek): Revision[] =>
  written
    .filter(({ marker, isMinimized }) => marker.week !== week && !isMinimized)
    .map(({ nodeId }) => ({ kind: 'hide-comment', comment: nodeId }))

/**
 * Brings a status up to date that says something else today than when it was written, as for an item that became
 * overdue since. Its record stays as it is: that changes only with the document.
 *
 * @param text the status as Markdown
 */
export const refreshedStatus = (comment: OwnComment, record: Marker, text: string): Revision[] => {
  const body = `${formatMarker(record)}\n${text}`
  return sameBody(comment.body, body) ? [] : [{ kind: 'rewrite-comment', comment: comment.nodeId, body }]
}

/** All revisions in one write, or none. */
export const planRevisions = (revisions: Revision[]): Operation[] => {
  const counts = Map.groupBy(revisions, ({ kind }) => kind)
  const reason = [...counts].map(([kind, each]) => `${REASONS[kind]}: ${each.length}`).join(', ')
  return revisions.length === 0 ? [] : [{ kind: 'revise', revisions, reason }]
}

const REASONS: Record<Revision['kind'], string> = {
  'add-label': 'overdue now',
  'remove-label': 'no longer overdue',
  'rewrite-comment': 'statuses changed',
  'hide-comment': 'comments outdated',
}

/** Deletes all but the first comment of a week. */
export const planDeletions = (written: WeeklyComment[], week: IsoWeek): Operation[] =>
  written
    .filter(({ marker }) => marker.week === week)
    .toSorted((left, right) => left.id - right.id)
    .slice(1)
    .map(({ id }) => ({ kind: 'delete-comment', id, reason: `second weekly comment of ${week}` }))
