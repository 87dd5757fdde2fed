import { sameBody } from './block.ts'
import { formatMarker, type StatusMarker, type TrackingMarker } from './marker.ts'
import type { Issue, IssueChanges, Operation } from './types.ts'

/** The comment or tracking issue that shows a postmortem's status now. */
export type StatusPlace =
  | { kind: 'comment'; pullRequest: number; existing: { id: number; body: string } | null }
  | { kind: 'issue'; existing: (Issue & { marker: TrackingMarker }) | null }

export interface StatusPlanInput {
  place: StatusPlace
  /** Its `finished` says that no item is open any more: a tracking issue is closed then. */
  record: Omit<StatusMarker, 'kind'>
  /** The status as Markdown. */
  text: string
  /** Title of the tracking issue. */
  title: string
  labels: string[]
}

/** The one write, or none, that makes the status on GitHub true. No tracking issue is opened that would be closed at once. */
export const planStatus = (input: StatusPlanInput): Operation[] =>
  input.place.kind === 'comment' ? planComment(input, input.place) : planTrackingIssue(input, input.place)

const planComment = (
  { record, text }: StatusPlanInput,
  { pullRequest, existing }: Extract<StatusPlace, { kind: 'comment' }>,
): Operation[] => {
  const body = `${formatMarker({ kind: 'status', ...record })}\n${text}`
  if (existing === null) {
    return [{ kind: 'create-comment', number: pullRequest, body, reason: 'first status of the postmortem' }]
  }
  if (sameBody(existing.body, body)) return []
  return [{ kind: 'update-comment', id: existing.id, body, reason: 'status changed' }]
}

const planTrackingIssue = (
  { record, text, title, labels }: StatusPlanInput,
  { existing }: Extract<StatusPlace, { kind: 'issue' }>,
): Operation[] => {
  const marker: TrackingMarker = { kind: 'tracking', ...record }
  const body = `${formatMarker(marker)}\n${text}`
  if (existing === null) {
    if (record.finished) return []
    const reason = 'first status of a postmortem pushed without a pull request'
    return [{ kind: 'create-issue', title, body, labels, assignees: [], reason }]
  }
  // The state follows the items only when they change, so that a person who closes or reopens the issue wins.
  const closing = record.finished && !existing.marker.finished && existing.state === 'open'
  const reopening = !record.finished && existing.marker.finished && existing.state === 'closed'
  const changes: IssueChanges = {
    ...(sameBody(existing.body, body) ? {} : { body }),
    ...(closing ? { state: 'closed', stateReason: 'completed' } : {}),
    ...(reopening ? { state: 'open', stateReason: 'reopened' } : {}),
  }
  if (Object.keys(changes).length === 0) return []
  return [{ kind: 'update-issue', number: existing.number, changes, reason: 'status changed' }]
}
