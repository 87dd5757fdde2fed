/**
 * GraphQL.
 * The emulator has none. Here queries are validated against GitHub's published schema and answered from the REST API with the
 * caller's token, so that permissions and repairs hold for both. A field that the local GitHub cannot answer is an error, never
 * a silent null.
 */
import type { DocumentNode, GraphQLError } from 'graphql'
import { failure, fields, json, match, type ApiRequest, type ApiResponse, type Next } from '../api.ts'
import type { Core } from '../core.ts'
import { publicError } from './errors.ts'
import { mutations } from './mutations.ts'
import { createReader } from './reader.ts'
import { repositoryField } from './repository.ts'

const load = async () => {
  const [graphql, { githubSchema }] = await Promise.all([import('graphql'), import('./schema.ts')])
  return { ...graphql, github: githubSchema() }
}

/** Nothing of GraphQL is loaded before the first query comes. */
let loading: ReturnType<typeof load> | undefined

/** A query with what GitHub's schema says against it; null where it cannot be read. */
interface Checked {
  document: DocumentNode | null
  errors: readonly GraphQLError[]
}

/** Few queries are sent many times. */
const known = new Map<string, Checked>()

const check = async (query: string): Promise<Checked> => {
  const before = known.get(query)
  if (before !== undefined) return before
  const { github, parse, validate } = await (loading ??= load())
  let checked: Checked
  try {
    const document = parse(query)
    checked = { document, errors: validate(github, document) }
  } catch (error) {
    checked = { document: null, errors: [error as GraphQLError] }
  }
  known.set(query, checked)
  return checked
}

/**
 * What GitHub's schema says against a request.
 *
 * @returns one sentence; null where GitHub would execute it, or it is no request of GraphQL
 */
export const queryViolationOf = async (request: ApiRequest): Promise<string | null> => {
  const { query } = fields(request.body)
  if (!match(request, 'POST /graphql') || typeof query !== 'string') return null
  const { errors } = await check(query)
  return errors.length === 0 ? null : errors.map(({ message }) => message).join(' ')
}

/** Answers `POST /graphql`. Like GitHub with status 200, whatever is wrong with the query. */
export const answerQuery = async (request: ApiRequest, rest: Next, core: Core): Promise<ApiResponse> => {
  if (core.actorOf(request.token) === null) return failure(401, 'Bad credentials')
  const { query, variables, operationName } = fields(request.body)
  if (typeof query !== 'string')
    return failure(400, 'A query attribute must be specified and must be a string.')
  const { document, errors } = await check(query)
  if (document === null || errors.length > 0) return json(200, { errors: errors.map(publicError) })

  const { github, execute, GraphQLError } = await (loading ??= load())
  const reader = createReader(rest, request.token, core.state.minimized)
  const result = await execute({
    schema: github,
    document,
    rootValue: {
      repository: repositoryField(reader),
      viewer: { login: core.actorOf(request.token) },
      ...mutations(reader, core, request.token),
    },
    variableValues: fields(variables),
    operationName: typeof operationName === 'string' ? operationName : null,
    fieldResolver: (source: Record<string, unknown>, args: unknown, _context, { fieldName, parentType }) => {
      const value = source[fieldName]
      if (typeof value === 'function') return (value as (args: unknown) => unknown)(args)
      if (value === undefined)
        throw new GraphQLError(`The local GitHub does not know ${parentType.name}.${fieldName}`)
      return value
    },
  })
  return json(200, { data: result.data, ...(result.errors && { errors: result.errors.map(publicError) }) })
}
