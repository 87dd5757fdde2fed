import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { ApiRequest, ApiResponse } from './api.ts'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where GitHub Enterprise Server has its API; clients that know only a host name ask there. */
const ENTERPRISE_PREFIX = /^\/api(?:\/v3(?=\/|$)|(?=\/graphql$))/

/** Reads a request from the network. */
export const receive = async (message: IncomingMessage): Promise<ApiRequest> => {
  const url = new URL(message.url ?? '/', 'http://localhost')
  const text = (await buffer(message)).toString()
  return {
    method: message.method ?? 'GET',
    path: url.pathname.replace(ENTERPRISE_PREFIX, ''),
    query: url.searchParams,
    body: text === '' ? undefined : parsed(text),
    token: message.headers.authorization?.replace(/^(?:bearer|token)\s+/i, '').trim(),
    accept: message.headers.accept,
  }
}

/** Node writes these itself, for the body as it is sent. */
const ABOUT_THE_CONNECTION = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date',
])

const kept = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ABOUT_THE_CONNECTION.has(name)))

/** Answers over the network. */
export const answer = (response: ServerResponse, { status, headers, body }: ApiResponse): void => {
  response.writeHead(status, kept(headers))
  if (body === undefined || status === 204) response.end()
  else response.end(body instanceof Uint8Array ? body : JSON.stringify(body))
}
