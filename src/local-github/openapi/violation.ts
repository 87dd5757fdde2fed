import { readFileSync } from 'node:fs'
import Ajv, { type ValidateFunction } from 'ajv/dist/2019.js'
import type { ApiRequest } from '../api.ts'

/** One operation of GitHub's description, as `scripts/trim-openapi.ts` keeps it. */
interface Described {
  /** JSON Schema of the query, of which HTTP knows only texts. */
  query: object
  /** JSON Schema of the body; null where the operation takes none. */
  body: object | null
}

interface Operation {
  name: string
  method: string
  path: RegExp
  /** How many segments of the path are variable: of two operations that fit, the one with fewer is meant. */
  variables: number
  query: () => ValidateFunction
  body: () => ValidateFunction | null
}

const load = (): Operation[] => {
  const text = readFileSync(new URL('./requests.json', import.meta.url), 'utf8')
  const queries = new Ajv.default({ ...TRUSTED, coerceTypes: 'array' })
  const bodies = new Ajv.default(TRUSTED)
  return Object.entries(JSON.parse(text) as Record<string, Described>)
    .map(([name, { query, body }]) => {
      const [method = '', path = ''] = name.split(' ')
      return {
        name,
        method,
        path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
        variables: path.split('{').length,
        // Ajv keeps what it compiled. That takes a while: only what a request asks for.
        query: () => queries.compile(query),
        body: () => body && bodies.compile(body),
      }
    })
    .sort((left, right) => left.variables - right.variables)
}

/** The schemas are made by our script: they need no check by a schema of schemas. */
const TRUSTED = { strict: false, meta: false, validateSchema: false }

/** Read when the first request comes. */
let operations: Operation[] | undefined

/** Addresses that GitHub redirects to. Its description leaves them out. */
const BY_ID = /^\/repositories\/\d+(?=\/|$)/

/** The REST API; pages for people and GraphQL, which has a schema of its own, are elsewhere. */
const REST = /^\/(?:app|installation|repos|user)(?:\/|$)/

/**
 * What GitHub's own description of its API says against a request.
 *
 * @returns one sentence; null where GitHub would accept it, or it is no request of the REST API
 * @see https://github.com/github/rest-api-description
 */
export const violationOf = (request: ApiRequest): string | null => {
  const path = request.path.replace(BY_ID, '/repos/any/any')
  if (!REST.test(path)) return null
  const call = `${request.method} ${request.path}`
  operations ??= load()
  const operation = operations.find((one) => one.method === request.method && one.path.test(path))
  if (operation === undefined)
    return `${call} is no operation that the app is known to use: see scripts/trim-openapi.ts`
  const query = operation.query()
  if (!query(Object.fromEntries(request.query)))
    return `${call}: the query does not fit ${operation.name}: ${faults(query)}`
  const body = operation.body()
  if (body === null) return request.body === undefined ? null : `${call}: ${operation.name} takes no body`
  if (body(request.body ?? {})) return null
  return `${call}: the body does not fit ${operation.name}: ${faults(body)}`
}

const faults = ({ errors }: ValidateFunction): string =>
  (errors ?? [])
    .map(
      ({ instancePath, message = '', params }) =>
        `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
    )
    .join('; ')
