import type { ApiRequest, ApiResponse, Next } from './api.ts'
import type { Emulator } from './emulator.ts'
import type { Announcement } from './webhooks/announcement.ts'
import type { World } from './world.ts'

/** Where an issue went: its number answers so from then on. */
export type Removal = { kind: 'deleted' } | { kind: 'transferred'; repositoryId: number; number: number }

/** What the emulator cannot hold, shared by REST and GraphQL. */
export interface State {
  /** Issues that are gone, by API path: `/repos/acme/shop/issues/3`. */
  removed: Map<string, Removal>
  /** Node ids of minimized comments, with the reason as GraphQL's classifier: `OUTDATED`. */
  minimized: Map<string, string>
}

/** What every repair works with. */
export interface Core {
  world: World
  /** The address of the local GitHub, without a slash at the end. */
  url: string
  emulator: Emulator
  state: State
  announce: (announcement: Announcement) => void
  /** Whom a token acts for; null where no such token exists. */
  actorOf: (token: string | undefined) => string | null
  /** A token that acts as this person or bot; the owner's installation token for the bot. */
  tokenFor: (login: string) => Promise<string>
}

export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer'
  readonly response: ApiResponse

  constructor(request: ApiRequest, response: ApiResponse) {
    super(`${request.method} ${request.path} answered ${response.status}: ${JSON.stringify(response.body)}`)
    this.response = response
  }
}

/** Builds a request from `METHOD /path?query`. */
export const requestFor = (call: string, token: string | undefined, body?: unknown): ApiRequest => {
  const [method = 'GET', target = '/'] = call.split(' ')
  const [path = '/', query] = target.split('?')
  return { method, path, query: new URLSearchParams(query), token, body }
}

/**
 * Reads through `next` what must be there.
 *
 * @throws UnexpectedAnswer for any answer but success
 */
export const read = async <T>(
  next: Next,
  call: string,
  token: string | undefined,
  body?: unknown,
): Promise<T> => {
  const request = requestFor(call, token, body)
  const response = await next(request)
  if (response.status >= 300) throw new UnexpectedAnswer(request, response)
  return response.body as T
}

/** Reads what may be missing: null for 404 and 410. */
export const readIfThere = async <T>(
  next: Next,
  call: string,
  token: string | undefined,
): Promise<T | null> => {
  const request = requestFor(call, token)
  const response = await next(request)
  if (response.status === 404 || response.status === 410) return null
  if (response.status >= 300) throw new UnexpectedAnswer(request, response)
  return response.body as T
}

const PAGE = 100

/** Reads all pages of a list. */
export const readAll = async <T>(next: Next, path: string, token: string | undefined): Promise<T[]> => {
  const all: T[] = []
  for (let page = 1; ; page++) {
    const separator = path.includes('?') ? '&' : '?'
    const entries = await read<T[]>(next, `GET ${path}${separator}per_page=${PAGE}&page=${page}`, token)
    all.push(...entries)
    if (entries.length < PAGE) return all
  }
}

/** `/repos/owner/name`, encoded. */
export const repositoryPath = ({ owner, repo }: { owner: string; repo: string }): string =>
  `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`
