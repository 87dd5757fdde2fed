import type { CommentText } from '../plan/types.ts'
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

/** A text can have 65,536 characters. */
const TEXTS_PER_MUTATION = 20

/**
 * Rewrites comments, 20 in a request, where REST needs one for each. Comments that are gone are left out.
 */
export const updateComments = async (client: Client, comments: CommentText[]): Promise<void> => {
  for (const batch of inBatches(comments, TEXTS_PER_MUTATION)) {
    const variables = Object.fromEntries(
      batch.flatMap(({ nodeId, body }, index) => [
        [`id${index}`, nodeId],
        [`body${index}`, body],
      ]),
    )
    await queryParts(client, updateMutation(batch.length), variables, isOutOfSight)
  }
}

/** The mutation that rewrites this many comments, by its variables `id0`, `body0`, `id1`, … */
export const updateMutation = (count: number): string => {
  const indexes = Array.from({ length: count }, (_, index) => index)
  const fields = indexes.map(
    (i) => `  update${i}: updateIssueComment(input: { id: $id${i}, body: $body${i} }) { clientMutationId }`,
  )
  const parameters = indexes.map((i) => `$id${i}: ID!, $body${i}: String!`)
  return `mutation Update(${parameters.join(', ')}) {\n${fields.join('\n')}\n}`
}
