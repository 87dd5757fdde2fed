import { NotFoundError, PermissionError } from '../jobs/errors.ts'
import type { IssueLookup, IssueReference } from '../jobs/ports.ts'
import type { Issue, StateReason } from '../plan/types.ts'
import { isOwn, isOwnOfGraphql } from './author.ts'
import { inBatches } from './batches.ts'
import type { Client } from './client.ts'
import { toJobError } from './errors.ts'
import { isOutOfSight, queryParts } from './graphql.ts'
import { toIssue } from './issues.ts'
import { repositoryOf } from './repository-name.ts'

/** Each can have a hundred labels, and GitHub gives a query ten seconds. */
const REFERENCES_PER_QUERY = 50

/**
 * Looks up issues and pull requests by number: one GraphQL request for 50 of them, and one REST request for
 * each that GraphQL does not find in a repository that is there, since only REST follows a transfer (301).
 *
 * @param botLogin the app's own login, by which its issues are told from others
 * @returns one result for each reference, in the same order
 */
export const lookUpIssues = async (
  client: Client,
  botLogin: string,
  references: IssueReference[],
): Promise<IssueLookup[]> => {
  const lookups: IssueLookup[] = []
  for (const batch of inBatches(references, REFERENCES_PER_QUERY))
    lookups.push(...(await lookUpBatch(client, botLogin, batch)))
  return lookups
}

const lookUpBatch = async (
  client: Client,
  botLogin: string,
  references: IssueReference[],
): Promise<IssueLookup[]> => {
  const answer = await ask(client, references)
  return Promise.all(
    references.map(async (reference, index) => {
      const repository = answer[`reference${index}`]
      if (repository === null || repository === undefined) return { kind: 'missing' }
      return repository.issue === null
        ? followTransfer(client, botLogin, reference)
        : toLookup(repository, repository.issue, botLogin)
    }),
  )
}

type Answer = { [reference: `reference${number}`]: RepositoryAnswer | null }

interface RepositoryAnswer {
  name: string
  owner: { login: string }
  isPrivate: boolean
  issue: IssueAnswer | null
}

interface IssueAnswer {
  __typename: 'Issue' | 'PullRequest'
  number: number
  title: string
  body: string
  /** A merged pull request is closed as well. */
  closed: boolean
  stateReason?: 'COMPLETED' | 'NOT_PLANNED' | 'DUPLICATE' | 'REOPENED' | null
  createdAt: string
  closedAt: string | null
  url: string
  author: { __typename: string; login: string } | null
  labels: { nodes: { name: string }[] } | null
  assignees: { nodes: { login: string }[] }
}

const FIELDS =
  'number title body closed createdAt closedAt url author { __typename login } labels(first: 100) { nodes { name } } assignees(first: 10) { nodes { login } }'

const ask = (client: Client, references: IssueReference[]): Promise<Answer> => {
  const parameters = references.map((_, i) => `$owner${i}: String!, $repo${i}: String!, $number${i}: Int!`)
  const fields = references.map(
    (_, i) => `reference${i}: repository(owner: $owner${i}, name: $repo${i}) {
    name
    owner { login }
    isPrivate
    issue: issueOrPullRequest(number: $number${i}) {
      __typename
      ... on Issue { ${FIELDS} stateReason(enableDuplicate: true) }
      ... on PullRequest { ${FIELDS} }
    }
  }`,
  )
  const variables: [string, string | number][] = references.flatMap(({ owner, repo, number }, i) => [
    [`owner${i}`, owner],
    [`repo${i}`, repo],
    [`number${i}`, number],
  ])
  return queryParts(
    client,
    `query Issues(${parameters.join(', ')}) {\n  ${fields.join('\n  ')}\n}`,
    Object.fromEntries(variables),
    isOutOfSight,
  )
}

const toLookup = (
  { owner, name, isPrivate }: RepositoryAnswer,
  answer: IssueAnswer,
  botLogin: string,
): IssueLookup => ({
  kind: 'found',
  repository: { owner: owner.login, repo: name },
  isPrivate,
  issue: toIssueOfGraphql(answer),
  isPullRequest: answer.__typename === 'PullRequest',
  isOwn: isOwnOfGraphql(answer.author, botLogin),
})

const toIssueOfGraphql = ({ labels, assignees, closed, stateReason, ...issue }: IssueAnswer): Issue => ({
  number: issue.number,
  title: issue.title,
  body: issue.body,
  state: closed ? 'closed' : 'open',
  stateReason: (stateReason?.toLowerCase() ?? null) as StateReason | null,
  labels: (labels?.nodes ?? []).map(({ name }) => name),
  assignees: assignees.nodes.map(({ login }) => login),
  createdAt: issue.createdAt,
  closedAt: issue.closedAt,
  url: issue.url,
})

/** GitHub answers 301 for a transferred issue, which `fetch` follows, and 404 or 410 for a deleted one. */
const followTransfer = async (
  client: Client,
  botLogin: string,
  { owner, repo, number }: IssueReference,
): Promise<IssueLookup> => {
  try {
    const { data } = await client.rest.issues.get({ owner, repo, issue_number: number })
    const present = repositoryOf(data.repository_url)
    return {
      kind: 'found',
      repository: present,
      isPrivate: (await client.rest.repos.get({ ...present })).data.private,
      issue: toIssue(data),
      isPullRequest: data.pull_request !== undefined,
      isOwn: isOwn(data.user, botLogin),
    }
  } catch (error) {
    // A limit has the status of a refusal as well, and says nothing about the issue.
    const failure = toJobError(error)
    if (failure instanceof PermissionError || failure instanceof NotFoundError) return { kind: 'missing' }
    throw failure
  }
}
