import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** GitHub cuts its payloads here: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const MOST_BYTES = 25 * 1024 * 1024

/** GitHub gives a delivery up after so long. */
const MOST_MS = 10_000

/**
 * Refuses requests whose bodies nobody but an attacker would send. Probot's server keeps a whole body in memory before it
 * looks at its signature, however long it is and however slowly it comes.
 *
 * @param server that has its handlers already
 */
export const limitRequests = (server: Server): void => {
  const handlers = server.listeners('request')
  server.removeAllListeners('request')
  server.requestTimeout = MOST_MS
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request)
    if (refusal === null) for (const handle of handlers) handle.call(server, request, response)
    else response.writeHead(refusal, { connection: 'close' }).end()
  })
}

/** Without an announced length there is no end to what may come; GitHub always announces it. */
const refusalOf = ({ headers }: IncomingMessage): 411 | 413 | null => {
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > MOST_BYTES ? 413 : null
}
