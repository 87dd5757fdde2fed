import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Logger } from '../jobs/ports.ts'

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
export const limitRequests = (server: Server, log: Logger): void => {
  const handlers = server.listeners('request')
  server.removeAllListeners('request')
  server.requestTimeout = MOST_MS
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request)
    if (refusal === null) {
      for (const handle of handlers) handle.call(server, request, response)
      return
    }
    log.warn({ status: refusal.status }, `Request refused: ${refusal.reason}`)
    response.writeHead(refusal.status, { connection: 'close' }).end()
  })
}

/** Without an announced length there is no end to what may come; GitHub always announces it. */
const refusalOf = ({ headers }: IncomingMessage): { status: 411 | 413; reason: string } | null => {
  if (headers['transfer-encoding'] !== undefined)
    return {
      status: 411,
      reason: 'it has no Content-Length, which a proxy in front of the server has to pass on',
    }
  return Number(headers['content-length'] ?? 0) > MOST_BYTES
    ? { status: 413, reason: 'it is larger than what GitHub sends' }
    : null
}
