import { commentOnce } from './comment-once.ts'
import type { OnceMarker } from './marker.ts'
import { referenceKey } from './references.ts'
import type { Tracking } from './tracking.ts'
import type { Operation, PostmortemFile, WishedItem } from './types.ts'

export interface AdoptionInput {
  file: PostmortemFile
  tracking: ReadonlyMap<WishedItem, Tracking>
  /** Issues that were told already, by `referenceKey`. */
  adopted: string[]
  /** The label of action items. */
  label: string
  comment: (wish: WishedItem) => string
}

const ADOPTED = 'adopted'

/** Whether a comment that was written once told an issue that a postmortem links it. */
export const isAdoption = ({ key }: OnceMarker): boolean => key.startsWith(`${ADOPTED} `)

/** Tells issues that people opened and items link that they are followed now; each once. */
export const planAdoptions = ({ file, tracking, adopted, label, comment }: AdoptionInput): Operation[] =>
  [...tracking].flatMap(([wish, tracked]): Operation[] => {
    if (tracked.kind !== 'adopted') return []
    const key = referenceKey(tracked.reference)
    if (adopted.includes(key)) return []
    const { owner, repo, number } = tracked.reference
    const reason = 'the document links this issue for an item'
    const target = { repository: { owner, repo }, number }
    const hasLabel = tracked.issue.labels.some((name) => name.toLowerCase() === label.toLowerCase())
    return [
      commentOnce(file, target, `${ADOPTED} ${file.repository} ${wish.fingerprint}`, comment(wish), reason),
      ...(hasLabel ? [] : [{ kind: 'add-labels' as const, ...target, labels: [label], reason }]),
    ]
  })

/** The issues that items link now, for the record of those that were told. */
export const adoptedReferences = (tracking: ReadonlyMap<WishedItem, Tracking>): string[] =>
  [...tracking.values()].flatMap((tracked) =>
    tracked.kind === 'adopted' ? [referenceKey(tracked.reference)] : [],
  )
