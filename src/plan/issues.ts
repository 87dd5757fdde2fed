import { planCreations } from './creation.ts'
import { planDuplicate } from './duplicate.ts'
import type { IssuePlanInput } from './issue-plan.ts'
import { planRemoval } from './removal.ts'
import type { Operation, TrackedIssue } from './types.ts'
import { planUpdate } from './update.ts'

/**
 * The writes that make the issues of one postmortem agree with its file. Planning again after they
 * are applied gives none.
 */
export const planIssues = (input: IssuePlanInput): Operation[] => {
  const { pairs, unmatched, duplicates } = input.match
  const isBehind = ({ marker }: TrackedIssue): boolean => marker.path !== input.file.path
  const remove = (issue: TrackedIssue): Operation[] => planRemoval(issue, input)
  return [
    // Taken along first in a rename, which is known by what the file still lists, until that has moved too.
    ...unmatched.filter(isBehind).flatMap(remove),
    ...[...pairs]
      .toSorted(([left], [right]) => left.position - right.position)
      .flatMap(([wish, issue]) => planUpdate(wish, issue, input)),
    ...planCreations(input),
    ...unmatched.filter((issue) => !isBehind(issue)).flatMap(remove),
    ...duplicates.flatMap(({ issue, original }) => planDuplicate(issue, original, input)),
  ]
}
