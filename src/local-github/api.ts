/** One API request on its way through the repairs to the emulator. */
export interface ApiRequest {
  method: string
  /** The path as sent, percent-encoded, without query: `/repos/acme/shop/issues`. */
  path: string
  query: URLSearchParams
  /** The parsed JSON body; undefined where there is none. */
  body?: unknown
  /** The credential of the `Authorization` header. */
  token?: string | undefined
  accept?: string | undefined
}

export interface ApiResponse {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  /** A JSON value, bytes for raw media, or undefined for an empty body. */
  body?: unknown
}

export type Next = (request: ApiRequest) => Promise<ApiResponse>

/** One deviation family: answers a request itself, or changes what goes in or comes out of `next`. */
export type Repair = (request: ApiRequest, next: Next) => Promise<ApiResponse>

/**
 * Chains repairs around the emulator.
 *
 * @param repairs the first one sees the request first and the response last
 */
export const chain = (repairs: Repair[], emulator: Next): Next =>
  repairs.reduceRight<Next>((next, repair) => (request) => repair(request, next), emulator)

type Params<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & Params<Rest>
  : Pattern extends `${string}:${infer Name}*`
    ? Record<Name, string>
    : Pattern extends `${string}:${infer Name}`
      ? Record<Name, string>
      : unknown

interface Route {
  method: string
  path: RegExp
}

const routes = new Map<string, Route>()

const routeOf = (pattern: string): Route => {
  const known = routes.get(pattern)
  if (known) return known
  const [method = '', path = ''] = pattern.split(' ')
  const source = path.replace(/\/:(\w+)\*$/, '(?:/(?<$1>.*))?').replaceAll(/:(\w+)/g, '(?<$1>[^/]*)')
  const route = { method, path: new RegExp(`^${source}$`) }
  routes.set(pattern, route)
  return route
}

/**
 * Matches `METHOD /path/:name` and reads the named segments, decoded; a last segment `:name*` takes the rest.
 *
 * @returns the parameters, or null where the request is another one
 */
export const match = <Pattern extends string>(
  request: ApiRequest,
  pattern: Pattern,
): Params<Pattern> | null => {
  const { method, path } = routeOf(pattern)
  if (method !== request.method) return null
  const found = path.exec(request.path)
  if (found === null) return null
  const params = Object.entries(found.groups ?? {}).map(([name, value = '']: [string, string?]) => [
    name,
    decodeURIComponent(value),
  ])
  return Object.fromEntries(params) as Params<Pattern>
}

/** A JSON response. */
export const json = (status: number, body?: unknown): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body,
})

/** An error as GitHub words it. */
export const failure = (status: number, message: string, errors?: object[]): ApiResponse =>
  json(status, {
    message,
    ...(errors && { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  })

/** 422 for one field. */
export const invalid = (resource: string, field: string, code: string, value?: unknown): ApiResponse =>
  failure(422, 'Validation Failed', [{ resource, field, code, ...(value !== undefined && { value }) }])

export const succeeded = ({ status }: ApiResponse): boolean => status >= 200 && status < 300

/** The fields of a JSON object body; none for any other body. */
export const fields = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}

/** The strings of a list; none for anything else. */
export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
