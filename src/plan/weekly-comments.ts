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

/** The weekly comments of one postmortem among the app's comments, the oldest first, also of its former path. */
export const weeklyComments = (
  comments: OwnComment[],
  { repository, path, issues }: Pick<RollupMarker, 'repository' | 'path' | 'issues'>,
): WeeklyComment[] =>
  comments.flatMap((comment) => {
    const marker = parseMarker(comment.body)
    return marker?.kind === 'rollup' &&
      marker.repository === repository &&
      (marker.path === path || marker.issues.some((number) => issues.includes(number)))
      ? [{ ...comment, marker }]
      : []
  })

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
  written: WeeklyComment[],
): Operation[] =>
  written.some(({ marker }) => marker.week === record.week)
    ? planDeletions(written, record.week)
    : [
        {
          kind: 'create-comment',
          number,
          body: `${formatMarker({ kind: 'rollup', ...record })}\n${text}`,
          reason: `weekly comment of ${record.week}`,
        },
      ]

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
