import { blockContent, replaceBlock } from './block.ts'
import { commentOnce } from './comment-once.ts'
import type { IssuePlanInput } from './issue-plan.ts'
import type { ItemMarker } from './marker.ts'
import type { IssueChanges, Operation, PostmortemFile, TrackedIssue } from './types.ts'

/** Marks the issue of an item that left the document, and says so on it once. */
export const planRemoval = (issue: TrackedIssue, { file, removed, texts }: IssuePlanInput): Operation[] => {
  if (issue.marker.gone !== 'no') return planMove(issue, file)
  const reason = 'item is no longer in the document'
  const closes = removed === 'close' && issue.state === 'open'
  const record: ItemMarker = { ...issue.marker, path: file.path, gone: closes ? 'closed' : 'kept' }
  const body = replaceBlock(issue.body, record, `${texts.goneBanner}\n\n${blockContent(issue.body) ?? ''}`)
  const closing: IssueChanges = closes ? { state: 'closed', stateReason: 'not_planned' } : {}
  const update: Operation = {
    kind: 'update-issue',
    number: issue.number,
    changes: { body, ...closing },
    reason,
  }
  if (issue.state === 'closed') return [update]
  // The comment first: a crash in between repeats it to no effect, the other order would lose it.
  const key = `gone since ${issue.marker.source.commit}`
  return [commentOnce(file, { number: issue.number }, key, texts.goneComment, reason), update]
}

/** An issue whose item left before stays with its document when the file is renamed. */
const planMove = ({ number, body, marker }: TrackedIssue, { path }: PostmortemFile): Operation[] => {
  if (marker.path === path) return []
  const moved = replaceBlock(body, { ...marker, path }, blockContent(body) ?? '')
  return [{ kind: 'update-issue', number, changes: { body: moved }, reason: 'file renamed' }]
}
