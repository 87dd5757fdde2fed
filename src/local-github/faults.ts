import { failure, type ApiRequest, type ApiResponse } from './api.ts'

export type FaultKind =
  /** A bad gateway; nothing happened. */
  | '502-before'
  /** A bad gateway, though the request had its effect. */
  | '502-after'
  | '500'
  /** The secondary rate limit. */
  | '403-secondary'
  /** The secondary rate limit in its other form. */
  | '429'
  /** The primary rate limit. */
  | '403-primary'
  | '401'
  | '403'
  /** People locked the conversation. */
  | '403-locked'
  | '404'
  /** The connection closes without an answer; nothing happened. */
  | 'drop-before'
  /** The connection closes without an answer, though the request had its effect. */
  | 'drop-after'
  /** No answer, ever; nothing happened. */
  | 'hang'

export interface FaultRule {
  match: ((request: ApiRequest) => boolean) | { method?: string; path?: string | RegExp }
  kind: FaultKind
  /** Which of the matching requests is the first to fail, counted from 1 (default). */
  nth?: number
  /** How many of them fail; once by default. */
  times?: number
  /** Seconds that `Retry-After` asks for, where the kind of fault says so (default 1). */
  retryAfter?: number
  /** Runs when the fault strikes: a test stops the app there, say. */
  onStrike?: () => void
}

/** How the server ends the exchange. */
export type Outcome = { answer: ApiResponse } | 'drop' | 'hang'

export interface Faults {
  add: (rule: FaultRule) => void
  clear: () => void
  /** Runs a request under the rules. */
  run: (request: ApiRequest, effect: () => Promise<ApiResponse>) => Promise<Outcome>
}

const matches = ({ match }: FaultRule, request: ApiRequest): boolean => {
  if (typeof match === 'function') return match(request)
  const { method, path } = match
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || (typeof path === 'string' ? path === request.path : path.test(request.path)))
  )
}

const withHeaders = (response: ApiResponse, headers: Record<string, string>): ApiResponse => ({
  ...response,
  headers: { ...response.headers, ...headers },
})

const secondaryLimit =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
const badGateway: ApiResponse = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<h1>502</h1>'),
}

const failures: Record<FaultKind, (retryAfter: number) => Outcome> = {
  '502-before': () => ({ answer: badGateway }),
  '502-after': () => ({ answer: badGateway }),
  '500': () => ({ answer: failure(500, 'Server Error') }),
  '403-secondary': (wait) => ({
    answer: withHeaders(failure(403, secondaryLimit), { 'retry-after': String(wait) }),
  }),
  '429': (wait) => ({ answer: withHeaders(failure(429, secondaryLimit), { 'retry-after': String(wait) }) }),
  '403-primary': (wait) => ({
    answer: withHeaders(failure(403, 'API rate limit exceeded for installation.'), {
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + wait),
      'x-ratelimit-resource': 'core',
    }),
  }),
  '401': () => ({ answer: failure(401, 'Bad credentials') }),
  '403': () => ({ answer: failure(403, 'Resource not accessible by integration') }),
  '403-locked': () => ({ answer: failure(403, 'Unable to create comment because issue is locked.') }),
  '404': () => ({ answer: failure(404, 'Not Found') }),
  'drop-before': () => 'drop',
  'drop-after': () => 'drop',
  hang: () => 'hang',
}

/** Faults for tests: a rule strikes chosen requests before or after their effect. */
export const createFaults = (): Faults => {
  let rules: { rule: FaultRule; seen: number }[] = []

  const striking = (request: ApiRequest): FaultRule | undefined => {
    const struck: FaultRule[] = []
    for (const entry of rules) {
      if (!matches(entry.rule, request)) continue
      entry.seen++
      const { nth = 1, times = 1 } = entry.rule
      if (entry.seen >= nth && entry.seen < nth + times) struck.push(entry.rule)
    }
    return struck[0]
  }

  return {
    add: (rule) => {
      rules.push({ rule, seen: 0 })
    },
    clear: () => {
      rules = []
    },
    run: async (request, effect) => {
      const rule = striking(request)
      if (!rule) return { answer: await effect() }
      if (rule.kind.endsWith('-after')) await effect()
      rule.onStrike?.()
      return failures[rule.kind](rule.retryAfter ?? 1)
    },
  }
}
