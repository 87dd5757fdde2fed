import { failure, fields, match, type ApiRequest, type ApiResponse } from './api.ts'

/** GitHub's documented limits for an installation; the numbers are per actor. */
export interface Limits {
  /** Requests an hour, the primary limit. */
  requestsPerHour: number
  /** Issues, comments and pull requests created. */
  creationsPerMinute: number
  creationsPerHour: number
  /** REST costs one point for a read and five for a write. */
  restPointsPerMinute: number
  /** GraphQL costs one point for a query and five for a mutation. */
  graphqlPointsPerMinute: number
}

/** Sources: GitHub's documentation, "Rate limits for the REST API" and "Rate limits and query limits for the GraphQL API". */
export const documentedLimits: Limits = {
  requestsPerHour: 5_000,
  creationsPerMinute: 80,
  creationsPerHour: 500,
  restPointsPerMinute: 900,
  graphqlPointsPerMinute: 2_000,
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What one actor spent within a window: each request's time and cost, oldest first, and their sum. */
interface Spending {
  entries: { at: number; cost: number }[]
  sum: number
}

interface Window {
  name: keyof Limits
  length: number
  cost: number
}

const creates = (request: ApiRequest): boolean =>
  [
    match(request, 'POST /repos/:owner/:repo/issues'),
    match(request, 'POST /repos/:owner/:repo/issues/:number/comments'),
    match(request, 'POST /repos/:owner/:repo/pulls'),
  ].some((found) => found !== null)

const windowsOf = (request: ApiRequest): Window[] => {
  if (request.path === '/graphql') {
    const isMutation = /^\s*mutation\b/.test(String(fields(request.body).query))
    return [{ name: 'graphqlPointsPerMinute', length: MINUTE, cost: isMutation ? 5 : 1 }]
  }
  return [
    { name: 'requestsPerHour', length: HOUR, cost: 1 },
    { name: 'restPointsPerMinute', length: MINUTE, cost: request.method === 'GET' ? 1 : 5 },
    ...(creates(request)
      ? [
          { name: 'creationsPerMinute', length: MINUTE, cost: 1 } as const,
          { name: 'creationsPerHour', length: HOUR, cost: 1 } as const,
        ]
      : []),
  ]
}

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'

export interface RateLimits {
  /**
   * Counts a request.
   *
   * @returns the refusal, or null where the request may pass
   */
  admit: (request: ApiRequest, actor: string | null) => ApiResponse | null
  /** The answer with the headers that tell how much is left, unless it has them. */
  stamp: (response: ApiResponse, actor: string | null) => ApiResponse
  clear: () => void
}

/** @param limits what is enforced; null only counts */
export const createRateLimits = (limits: Limits | null, now: () => Date): RateLimits => {
  const spent = new Map<string, Spending>()

  const spendingOf = (actor: string | null, { name, length }: Pick<Window, 'name' | 'length'>): Spending => {
    const key = `${actor ?? ''} ${name}`
    const spending = spent.get(key) ?? { entries: [], sum: 0 }
    spent.set(key, spending)
    const counts = ({ at }: { at: number }): boolean => at > now().getTime() - length
    const first = spending.entries.findIndex(counts)
    // The primary limit begins anew as a whole, at the time that GitHub's `x-ratelimit-reset` names.
    const isOver = first === -1 || (name === 'requestsPerHour' && first > 0)
    const expired = spending.entries.splice(0, isOver ? spending.entries.length : first)
    for (const { cost } of expired) spending.sum -= cost
    return spending
  }

  const primary = (actor: string | null): Record<string, string> => {
    const spending = spendingOf(actor, { name: 'requestsPerHour', length: HOUR })
    const limit = (limits ?? documentedLimits).requestsPerHour
    const reset = Math.ceil(((spending.entries[0]?.at ?? now().getTime()) + HOUR) / 1000)
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(limits ? 0 : 1, limit - spending.sum)),
      'x-ratelimit-used': String(spending.sum),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    }
  }

  const refusal = ({ name, length }: Window, spending: Spending, actor: string | null): ApiResponse => {
    if (name === 'requestsPerHour') {
      const response = failure(403, 'API rate limit exceeded for installation.')
      return { ...response, headers: { ...response.headers, ...primary(actor) } }
    }
    const wait = Math.ceil(((spending.entries[0]?.at ?? 0) + length - now().getTime()) / 1000)
    const response = failure(403, SECONDARY)
    return { ...response, headers: { ...response.headers, 'retry-after': String(Math.max(1, wait)) } }
  }

  return {
    admit: (request, actor) => {
      const windows = windowsOf(request)
      for (const window of limits ? windows : []) {
        const spending = spendingOf(actor, window)
        if (limits && spending.sum + window.cost > limits[window.name])
          return refusal(window, spending, actor)
      }
      for (const window of windows) {
        const spending = spendingOf(actor, window)
        spending.entries.push({ at: now().getTime(), cost: window.cost })
        spending.sum += window.cost
      }
      return null
    },
    stamp: (response, actor) => ({ ...response, headers: { ...primary(actor), ...response.headers } }),
    clear: () => {
      spent.clear()
    },
  }
}
