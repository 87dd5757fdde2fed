import { blockContent, replaceBlock } from './block.ts'
import type { IssuePlanInput } from './issue-plan.ts'
import type { ItemMarker } from './marker.ts'
import type { IssueChanges, Operation, TrackedIssue } from './types.ts'

/** Closes the newer of two issues of one item. */
export const planDuplicate = (
  issue: TrackedIssue,
  original: number,
  { texts }: IssuePlanInput,
): Operation[] => {
  const record: ItemMarker = { ...issue.marker, duplicateOf: original }
  const content = `${texts.duplicateBanner(original)}\n\n${blockContent(issue.body) ?? ''}`
  const closing: IssueChanges = issue.state === 'open' ? { state: 'closed', stateReason: 'duplicate' } : {}
  return [
    {
      kind: 'update-issue',
      number: issue.number,
      changes: { body: replaceBlock(issue.body, record, content), ...closing },
      reason: `second issue of one item, which #${original} tracks`,
    },
  ]
}
