export type ResponseHeaders = Record<string, string | number | undefined>

/**
 * How long GitHub asks to wait before the next request.
 *
 * @returns seconds from the moment of the answer; null where GitHub does not say
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const retryAfterSeconds = (headers: ResponseHeaders): number | null => {
  const retryAfter = Number(headers['retry-after'])
  if (Number.isFinite(retryAfter)) return retryAfter
  if (headers['x-ratelimit-remaining'] !== '0') return null
  const answeredAt = Date.parse(String(headers.date)) / 1000
  const wait = Number(headers['x-ratelimit-reset']) - answeredAt
  return Number.isFinite(wait) ? Math.max(Math.ceil(wait), 0) : null
}
