import type { RepositoryName } from '../jobs/ports.ts'
import type { LabelToCreate } from '../plan/types.ts'
import { inBatches } from './batches.ts'
import type { Client } from './client.ts'
import { isOutOfSight, queryParts } from './graphql.ts'
import { refusedFields } from './validation.ts'

/** Keeps one mutation well under the time that GitHub gives it. */
const ISSUES_PER_MUTATION = 50

interface LabelChange {
  number: number
  mutation: 'addLabelsToLabelable' | 'removeLabelsFromLabelable'
}

/**
 * Puts a label on issues and takes it off others: for each 50 issues one request that asks for their node ids and one
 * that writes, where REST needs one for each issue. Creates the label where it is missing. Issues that are gone are
 * left out.
 */
export const setLabel = async (
  client: Client,
  repository: RepositoryName,
  label: LabelToCreate,
  { add, remove }: { add: number[]; remove: number[] },
): Promise<void> => {
  const changes: LabelChange[] = [
    ...add.map((number) => ({ number, mutation: 'addLabelsToLabelable' as const })),
    ...remove.map((number) => ({ number, mutation: 'removeLabelsFromLabelable' as const })),
  ]
  for (const batch of inBatches(changes, ISSUES_PER_MUTATION)) {
    const numbers = batch.map(({ number }) => number)
    const known = await nodeIds(client, repository, label.name, numbers)
    const present = batch.flatMap(({ mutation }, index) => {
      const id = known.issues[index]
      return id === undefined || id === null ? [] : [{ mutation, id }]
    })
    if (present.length === 0) continue
    const labelId = known.label ?? (await createdLabel(client, repository, label))
    const variables = Object.fromEntries(present.map(({ id }, index) => [`id${index}`, id]))
    await queryParts(
      client,
      labelMutation(present.map(({ mutation }) => mutation)),
      { label: labelId, ...variables },
      isOutOfSight,
    )
  }
}

/** Creates the label, or finds the one that exists in another case. */
const createdLabel = async (
  client: Client,
  repository: RepositoryName,
  label: LabelToCreate,
): Promise<string> => {
  try {
    return (await client.rest.issues.createLabel({ ...repository, ...label })).data.node_id
  } catch (error) {
    if (!refusedFields(error).some(({ code }) => code === 'already_exists')) throw error
    return (await client.rest.issues.getLabel({ ...repository, name: label.name })).data.node_id
  }
}

type NodeAnswer = { id: string } | null

interface Answer {
  repository: { label: NodeAnswer } & { [issue: `issue${number}`]: NodeAnswer }
}

const nodeIds = async (
  client: Client,
  { owner, repo }: RepositoryName,
  name: string,
  numbers: number[],
): Promise<{ label: string | null; issues: (string | null)[] }> => {
  const variables = Object.fromEntries(numbers.map((number, index) => [`number${index}`, number]))
  const { repository } = await queryParts<Answer>(
    client,
    nodeIdsQuery(numbers.length),
    { owner, repo, name, ...variables },
    (error) => isOutOfSight(error) && error.path?.[0] === 'repository' && error.path.length > 1,
  )
  return {
    label: repository.label?.id ?? null,
    issues: numbers.map((_, index) => repository[`issue${index}`]?.id ?? null),
  }
}

/** The query for the node ids of a label and of this many issues, whose numbers are its variables `number0`, … */
export const nodeIdsQuery = (count: number): string => {
  const indexes = Array.from({ length: count }, (_, index) => index)
  return `
query NodeIds($owner: String!, $repo: String!, $name: String!${indexes.map((i) => `, $number${i}: Int!`).join('')}) {
  repository(owner: $owner, name: $repo) {
    label(name: $name) { id }
${indexes.map((i) => `    issue${i}: issue(number: $number${i}) { id }`).join('\n')}
  }
}`
}

/** The mutation that adds or removes the label `$label` on the issues `$id0`, `$id1`, … */
export const labelMutation = (mutations: LabelChange['mutation'][]): string => {
  const fields = mutations.map(
    (mutation, i) =>
      `  change${i}: ${mutation}(input: { labelableId: $id${i}, labelIds: [$label] }) { clientMutationId }`,
  )
  return `mutation SetLabel($label: ID!${mutations.map((_, i) => `, $id${i}: ID!`).join('')}) {\n${fields.join('\n')}\n}`
}
