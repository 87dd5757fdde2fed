import { inBatches } from './batches.ts'
import type { Client } from './client.ts'
import { isOutOfSight, queryParts } from './graphql.ts'

/** Keeps one mutation well under the time that GitHub gives it. */
const COMMENTS_PER_MUTATION = 50

/**
 * Hides comments as outdated, 50 in a request. GitHub has no REST endpoint for it.
 * Comments that are gone, and those that the app may not hide, stay as they are.
 */
export const minimizeComments = async (client: Client, nodeIds: string[]): Promise<void> => {
  for (const batch of inBatches(nodeIds, COMMENTS_PER_MUTATION)) {
    const variables = Object.fromEntries(batch.map((id, index) => [`id${index}`, id]))
    await queryParts(client, minimizeMutation(batch.length), variables, isOutOfSight)
  }
}

/** The mutation that hides this many comments, whose node ids are its variables `id0`, `id1`, … */
export const minimizeMutation = (count: number): string => {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const fields = indexes.map(
    (i) => `  minimize${i}: minimizeComment(input: { subjectId: $id${i}, classifier: OUTDATED }) {
    minimizedComment { isMinimized }
  }`,
  )
  return `mutation Minimize(${indexes.map((i) => `$id${i}: ID!`).join(', ')}) {\n${fields.join('\n')}\n}`
}
