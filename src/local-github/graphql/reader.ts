import type { ApiResponse, Next } from '../api.ts'
import { readAll, requestFor, UnexpectedAnswer } from '../core.ts'
import { forbidden } from './errors.ts'

const RENAMED = /\/repositories\/\d+$/

/** REST as the caller of the query. */
export interface Reader {
  /**
   * @returns null for what is not there
   * @throws TypedError FORBIDDEN where the caller may not see or do it
   */
  get: <T>(path: string) => Promise<T | null>
  /** A list with all its pages. */
  all: <T>(path: string) => Promise<T[]>
  send: (call: string, body?: unknown) => Promise<ApiResponse>
  /** Node ids of comments that are hidden. */
  minimized: ReadonlyMap<string, string>
}

export const createReader = (
  rest: Next,
  token: string | undefined,
  minimized: Reader['minimized'],
): Reader => {
  // One query asks for the same thing in many places; it sees one moment.
  const answers = new Map<string, Promise<ApiResponse>>()
  const send = (call: string, body?: unknown): Promise<ApiResponse> => rest(requestFor(call, token, body))

  const get = async <T>(path: string): Promise<T | null> => {
    const asking = answers.get(path) ?? send(`GET ${path}`)
    answers.set(path, asking)
    const response = await asking
    if (response.status === 403) throw forbidden()
    const { location } = response.headers
    // A renamed repository is found under its old name.
    if (location !== undefined && RENAMED.test(location)) return get<T>(new URL(location).pathname)
    // GraphQL does not follow a transfer: the old number resolves to nothing (seen in apache/devlake#7969).
    if ([301, 404, 410].includes(response.status)) return null
    if (response.status !== 200) throw new UnexpectedAnswer(requestFor(`GET ${path}`, token), response)
    return response.body as T
  }

  return { get, send, all: (path) => readAll(rest, path, token), minimized }
}
