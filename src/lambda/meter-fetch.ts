import { retryAfterSeconds } from '../github/rate-limit.ts'
import type { Meter } from './metrics.ts'

/** A `fetch` that reports each request to GitHub, how much of the rate limit is left, and the waits GitHub asks for. */
export const meterFetch =
  (send: typeof fetch, { add }: Pick<Meter, 'add'>): typeof fetch =>
  async (input, init) => {
    add('GitHubRequests')
    const response = await send(input, init)
    const headers = Object.fromEntries(response.headers)
    if (headers['x-ratelimit-remaining'] !== undefined)
      add('RateLimitRemaining', Number(headers['x-ratelimit-remaining']))
    const wait = response.ok ? null : retryAfterSeconds(headers)
    if (wait !== null) {
      add('RateLimitWaits')
      add('RateLimitWaitSeconds', wait)
    }
    return response
  }
