import { planCreations } from './creation.ts'
import { planDuplicate } from './duplicate.ts'
import type { IssuePlanInput } from './issue-plan.ts'
import { planRemoval } from './removal.ts'
import type { Operation } from './types.ts'
import { planUpdate } from './update.ts'

/**
 * The writes that make the issues of one postmortem agree with its file. Planning again after they
 * are applied gives none.
 */
export const planIssues = (input: IssuePlanInput): Operation[] => [
  ...[...input.match.pairs]
    .toSorted(([left], [right]) => left.position - right.position)
    .flatMap(([wish, issue]) => planUpdate(wish, issue, input)),
  ...planCreations(input),
  ...input.match.unmatched.flatMap((issue) => planRemoval(issue, input)),
  ...input.match.duplicates.flatMap(({ issue, original }) => planDuplicate(issue, original, input)),
]
