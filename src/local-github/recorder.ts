import type { ApiRequest } from './api.ts'

/** One request that arrived over the network. */
export interface RecordedRequest {
  method: string
  path: string
  query: Record<string, string>
  body: unknown
  /** The login that the token acts for, `app` for the app's own JWT, null without a known token. */
  actor: string | null
  /** The status that was answered; null where a fault left the request without an answer, or it is still under way. */
  status: number | null
  /** `METHOD /path`, for compact assertions. */
  toString(): string
}

export interface Recorder {
  record: (request: ApiRequest, actor: string | null) => RecordedRequest
  all: () => RecordedRequest[]
  clear: () => void
}

/** Keeps what arrived, in order of arrival. */
export const createRecorder = (): Recorder => {
  let requests: RecordedRequest[] = []
  return {
    record: ({ method, path, query, body }, actor) => {
      const request: RecordedRequest = {
        method,
        path,
        query: Object.fromEntries(query),
        body,
        actor,
        status: null,
        toString: () => `${method} ${path}`,
      }
      requests.push(request)
      return request
    },
    all: () => [...requests],
    clear: () => {
      requests = []
    },
  }
}
