import type { Line, Place } from '../blocks/types.ts'
import type { StatedField } from '../sections/labels.ts'
import { actorsIn } from './actor.ts'
import type { Candidate, Findings, FollowUp } from './candidates.ts'

/** The follow-up section that is being read, and where its findings go. */
export interface Context extends Findings {
  section: string | null
  role: FollowUp
  /** Whether the name of the section says that its items are finished. */
  finished: boolean
  /** Whether the document writes a word in lower case somewhere. */
  isCommon: (word: string) => boolean
  /** Fields that the names of the sections around give to each item. */
  inherited: StatedField[]
}

/** Notes an item. */
export function accept(
  context: Context,
  head: Line,
  place: Place,
  reason: string,
  more: Partial<Pick<Candidate, 'number' | 'done' | 'fields' | 'nodes' | 'details'>> = {},
): void {
  context.candidates.push({
    head,
    number: more.number ?? null,
    done: context.finished || head.struckLead !== '' || more.done === true,
    fields: more.fields ?? [],
    inherited: inheritedBy(head, context),
    nodes: more.nodes ?? head.nodes,
    details: more.details ?? null,
    section: context.section,
    role: context.role,
    reason,
    line: place.line,
    endLine: place.endLine,
  })
}

/** Whom a sentence names as acting outweighs whom the name of its section does. */
function inheritedBy({ text }: Line, { inherited, isCommon }: Context): StatedField[] {
  const actors = actorsIn(text, isCommon)
  if (actors.length === 0) return inherited
  const owners = actors.map((value): StatedField => ({ field: 'owner', value }))
  return [...owners, ...inherited.filter(({ field }) => field !== 'owner')]
}

/** Notes a block that is no item, and why. */
export function reject(context: Context, text: string, place: Place, reason: string): void {
  context.rejections.push({
    text,
    section: context.section,
    reason,
    line: place.line,
    endLine: place.endLine,
  })
}
