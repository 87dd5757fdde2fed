import type { Section } from './types.ts'

/** What to do while the problem lasts, or for good: only what stands beside it tells. */
const whatToDo =
  /^\P{L}*(?:what (?:to|should (?:i|we)) do|qué hacer|o que fazer|que faire|was (?:ist zu )?tun|hva gjøre|что делать)\P{L}*$/iu

/**
 * Takes "What to do:" for the response where "Follow up:" stands beside it, as in a list of known problems.
 *
 * @param root is changed.
 */
export function settleSiblings(root: Section): void {
  const asks = root.sections.filter(({ title }) => title !== null && whatToDo.test(title.text))
  const answered = root.sections.some(
    (part) => part.name.role !== null && part.name.role !== 'other' && !asks.includes(part),
  )
  if (answered) for (const part of asks) part.name = { ...part.name, role: 'other' }
  for (const part of root.sections) settleSiblings(part)
}
