import { RequestError } from '@octokit/request-error'
import type { RepositoryName } from '../jobs/ports.ts'
import type { LabelToCreate, Revision } from '../plan/types.ts'
import { inBatches } from './batches.ts'
import type { Client } from './client.ts'
import { isOutOfSight, queryParts, type GraphqlError } from './graphql.ts'
import { refusedFields } from './validation.ts'

/** A text can have 65,536 characters, and GitHub gives a request ten seconds. */
const REVISIONS_PER_MUTATION = 20

type MutationName =
  'addLabelsToLabelable' | 'removeLabelsFromLabelable' | 'updateIssueComment' | 'minimizeComment'

/**
 * Carries out many small writes, 20 in a request, where REST needs one for each or has none. What is gone, and what
 * the app may not change, stays as it is.
 */
export const revise = async (client: Client, revisions: Revision[]): Promise<void> => {
  for (const batch of inBatches(revisions, REVISIONS_PER_MUTATION)) {
    const mutations = batch.map(mutationOf)
    const variables = Object.fromEntries(mutations.map(({ input }, index) => [`input${index}`, input]))
    await queryParts(client, revisionMutation(mutations.map(({ name }) => name)), variables, isRefused)
  }
}

/** GitHub will not do it, now or later: what is concerned is gone, out of reach, or not in a state for it. */
const isRefused = (error: GraphqlError): boolean => isOutOfSight(error) || error.type === 'UNPROCESSABLE'

const mutationOf = (revision: Revision): { name: MutationName; input: object } => {
  switch (revision.kind) {
    case 'add-label':
      return {
        name: 'addLabelsToLabelable',
        input: { labelableId: revision.issue, labelIds: [revision.label] },
      }
    case 'remove-label':
      return {
        name: 'removeLabelsFromLabelable',
        input: { labelableId: revision.issue, labelIds: [revision.label] },
      }
    case 'rewrite-comment':
      return { name: 'updateIssueComment', input: { id: revision.comment, body: revision.body } }
    case 'hide-comment':
      return { name: 'minimizeComment', input: { subjectId: revision.comment, classifier: 'OUTDATED' } }
  }
}

/** One request for these mutations in order; their inputs are its variables `input0`, `input1`, … */
export const revisionMutation = (names: MutationName[]): string => {
  const parameters = names.map(
    (name, i) => `$input${i}: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`,
  )
  const fields = names.map((name, i) => `  revision${i}: ${name}(input: $input${i}) { clientMutationId }`)
  return `mutation Revise(${parameters.join(', ')}) {\n${fields.join('\n')}\n}`
}

/**
 * The node id of a label, which is created where it is missing.
 *
 * @param isKnown whether an issue carries it, so that it need not be created
 */
export const labelId = async (
  client: Client,
  repository: RepositoryName,
  label: LabelToCreate,
  isKnown: boolean,
): Promise<string> => {
  if (!isKnown) {
    try {
      return (await client.rest.issues.createLabel({ ...repository, ...label })).data.node_id
    } catch (error) {
      const exists = refusedFields(error).some(({ code }) => code === 'already_exists')
      if (!(error instanceof RequestError && exists)) throw error
    }
  }
  return (await client.rest.issues.getLabel({ ...repository, name: label.name })).data.node_id
}
