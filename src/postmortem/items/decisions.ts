import { rejection, type Candidate, type Findings } from './candidates.ts'

const decisions =
  /^\P{L}*(?:key |our )?(?:decisions?|decisiones|decisões|décisions|beslutninger|entscheidungen)(?!\p{L})/iu

/**
 * What was decided is follow-up work where a report lists none besides: beside a list of tasks, decisions are what
 * the tasks follow from.
 */
export function withoutDecisions({ candidates, rejections }: Findings): Findings {
  const isDecision = ({ section }: Candidate): boolean => decisions.test(section ?? '')
  if (!candidates.some((candidate) => candidate.role === 'specific' && !isDecision(candidate)))
    return { candidates, rejections }
  const decided = candidates.filter(isDecision)
  return {
    candidates: candidates.filter((candidate) => !isDecision(candidate)),
    rejections: [
      ...rejections,
      ...decided.map((candidate) => rejection(candidate, 'a decision beside a list of tasks')),
    ],
  }
}
