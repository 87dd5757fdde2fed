import type { Section } from './types.ts'

/** What a task sheet of a school says, and no report does. Each counts once. */
const signs = [
  /\bfor this (?:project|task|exercise|assignment)\b/i,
  /\bin this (?:project|task|exercise|assignment),? you\b/i,
  /\byou (?:will|are expected to|should be able to) (?:write|explain|learn|choose|be asked)\b|\bwe expect you\b/i,
  /\b\d{2,4}\s?(?:to|-|–|and)\s?\d{2,4}\s?words\b/i,
  /\b(?:must|should) (?:contain|have|include)\b/i,
  /^[^\w\n]*(?:learning objectives|general requirements|requirements|concepts|quiz questions)[^\w\n]*$/im,
  /^[^\w\n]*0[.)]\s+\S/m,
  /^[^\w\n]*(?:github )?(?:repo|repository|directory)\s*:/im,
  /\bmy first \p{L}/iu,
  /#advanced\b|\bmandatory$/im,
]
const fewestSigns = 3

/** Parts that a report has with words of its own below them. */
const reportPart = /summary|timeline|root cause|impact|resolution|what happened|detection/i
const fewestParts = 2

/** Whether a document sets the writing of a postmortem as an exercise, and is none itself. */
export function setsExercise(root: Section, markdown: string): boolean {
  const parts = root.sections.flatMap((part) => [part, ...part.sections])
  const reported = parts.filter(({ level, title }) => level <= 6 && reportPart.test(title?.text ?? '')).length
  return reported < fewestParts && signs.filter((sign) => sign.test(markdown)).length >= fewestSigns
}
