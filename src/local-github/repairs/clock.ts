/**
 * Times.
 * GitHub stamps to the second: `2026-05-04T09:00:00Z`.
 * The emulator stamps to the millisecond, always by the machine's clock.
 * Here: stamps are cut to the second. With a story clock, each stamp is translated: it was made during some write, and
 * that write happened at the story's time. Stories can so play weeks in a second and every date agrees with them.
 */
import type { ApiRequest, Repair } from '../api.ts'

/** Stamps that GitHub itself sets. Times that a client may send (due dates, check times) stay as sent. */
const STAMPS = new Set([
  'created_at',
  'updated_at',
  'closed_at',
  'merged_at',
  'pushed_at',
  'submitted_at',
  'date',
  'timestamp',
])
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const toSecond = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

/** @param now the story's clock; without it stamps are real */
export const createClock = (now?: () => Date): Repair => {
  // Writes in order: from this real millisecond on, stamps mean that time of the story.
  const writes: { from: number; at: Date }[] = now ? [{ from: 0, at: now() }] : []

  const translate = (stamp: string): string => {
    const real = Date.parse(stamp)
    const write = writes.findLast(({ from }) => from <= real)
    return toSecond(write?.at ?? new Date(real))
  }

  const untranslate = (stamp: string): string => {
    const write = writes.find(({ at }) => at.getTime() >= Date.parse(stamp))
    return new Date(write?.from ?? Date.now() + 1).toISOString()
  }

  const stampAll = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(stampAll)
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]: [string, unknown]) => [
        key,
        typeof entry === 'string' && STAMPS.has(key) && ISO.test(entry) ? translate(entry) : stampAll(entry),
      ]),
    )
  }

  const begin = async (at: Date): Promise<void> => {
    const last = writes.at(-1)
    if (last?.at.getTime() === at.getTime()) return
    // Two writes at different times of the story must not share a real millisecond.
    const now = Date.now()
    while (Date.now() === now) await new Promise((resolve) => setTimeout(resolve, 1))
    writes.push({ from: Date.now(), at })
  }

  const inRealTime = (request: ApiRequest): ApiRequest => {
    if (writes.length === 0 || !['since', 'until'].some((name) => request.query.has(name))) return request
    const query = new URLSearchParams(request.query)
    for (const name of ['since', 'until']) {
      const stamp = query.get(name)
      if (stamp !== null) query.set(name, untranslate(stamp))
    }
    return { ...request, query }
  }

  /** The addresses of further pages ask for the same time as the request did. */
  const inStoryTime = (
    { link, ...headers }: Record<string, string>,
    request: ApiRequest,
    asked: ApiRequest,
  ): Record<string, string> => {
    if (link === undefined) return headers
    const since = (query: URLSearchParams): string => encodeURIComponent(query.get('since') ?? '')
    const from = since(asked.query)
    return { ...headers, link: from === '' ? link : link.replaceAll(from, since(request.query)) }
  }

  return async (request, next) => {
    if (now && request.method !== 'GET') await begin(now())
    const asked = inRealTime(request)
    const response = await next(asked)
    return {
      ...response,
      headers: inStoryTime(response.headers, request, asked),
      body: stampAll(response.body),
    }
  }
}
