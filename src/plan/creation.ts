import { formatBlock } from './block.ts'
import { distinct } from './fingerprint.ts'
import type { DueDate, IssuePlanInput } from './issue-plan.ts'
import type { ItemMarker } from './marker.ts'
import { linesOf, recordOf } from './record.ts'
import type { Operation } from './types.ts'

/** Opens an issue for each item that has none, in document order. */
export const planCreations = ({ file, missing, identities, texts }: IssuePlanInput): Operation[] => {
  const names = distinct(
    missing.map((wish) => wish.fingerprint),
    identities,
  )
  return missing.map((wish, index) => {
    const source = linesOf(wish, file)
    const dueDate: DueDate = { due: wish.due, dueBy: 'document' }
    const marker: ItemMarker = {
      kind: 'item',
      repository: file.repository,
      pullRequest: file.pullRequest,
      item: names[index] ?? wish.fingerprint,
      duplicateOf: null,
      gone: 'no',
      ...recordOf(wish, texts.title(wish), file, source, dueDate),
    }
    return {
      kind: 'create-issue',
      title: texts.title(wish),
      body: formatBlock(marker, texts.content(wish, { source, ...dueDate })),
      labels: wish.labels,
      assignees: wish.assignees,
      reason: 'new item',
    }
  })
}
