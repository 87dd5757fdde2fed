import { violationOf } from '../../src/local-github/openapi/violation.ts'
import { objectionsTo } from '../../src/local-github/graphql/objections.ts'

/**
 * What GitHub's OpenAPI description or its GraphQL schema objects to in a request that is about to be sent.
 *
 * @returns nothing where GitHub would accept it
 */
export const objectionsToRequest = (input: string | URL | Request, init: RequestInit = {}): string[] => {
  const { pathname: path, searchParams: query } = new URL(input instanceof Request ? input.url : input)
  const { method = 'GET' } = init
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
  if (path === '/graphql') return objectionsToQuery((body as { query: string }).query)
  const violation = violationOf({ method, path, query, body })
  return violation === null ? [] : [violation]
}

/** Few queries are sent many times. */
const known = new Map<string, string[]>()

const objectionsToQuery = (query: string): string[] => {
  const objections = known.get(query) ?? objectionsTo(query)
  known.set(query, objections)
  return objections
}
