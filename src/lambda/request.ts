import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** The parts of an HTTP API request that a webhook is read from; any of them may be missing. */
export type HttpRequest = Pick<APIGatewayProxyEventV2, 'requestContext'> & {
  headers?: Record<string, string | undefined> | null
  body?: string | null
  isBase64Encoded?: boolean
}

/** A webhook as it came: nothing in it is proven yet. */
export interface Delivery {
  id: string
  name: string
  signature: string
  /** The body exactly as it was signed. */
  payload: string
}

/** Why a request is no webhook. The reason is one of ours: nothing that a stranger sent is repeated. */
export interface Refusal {
  status: 400 | 401 | 405 | 413 | 415
  reason: string
}

/** Lambda itself takes no more than 6 MB in one request. */
export const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024

const DELIVERY_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const EVENT_NAME = /^[a-z_]{1,64}$/
const SIGNATURE = /^sha256=[\da-f]{64}$/i

/**
 * Reads a webhook out of an HTTP request, checking everything that needs no secret.
 *
 * @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers
 */
export const readDelivery = (request: HttpRequest): Delivery | Refusal => {
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value ?? '']),
  )
  if (request.requestContext.http.method !== 'POST') return refuse(405, 'the method is not POST')
  const [mediaType = ''] = (headers['content-type'] ?? '').split(';')
  if (mediaType.trim().toLowerCase() !== 'application/json') return refuse(415, 'the content is not JSON')
  const payload = payloadOf(request)
  if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) return refuse(413, 'the body is too large')
  if (payload.trim() === '') return refuse(400, 'the body is empty')
  const id = headers['x-github-delivery'] ?? ''
  if (!DELIVERY_ID.test(id)) return refuse(400, 'the delivery id is missing or is none')
  const name = headers['x-github-event'] ?? ''
  if (!EVENT_NAME.test(name)) return refuse(400, 'the event is missing or is none')
  const signature = headers['x-hub-signature-256'] ?? ''
  if (!SIGNATURE.test(signature)) return refuse(401, 'the signature is missing or is none')
  return { id, name, signature, payload }
}

const payloadOf = ({ body, isBase64Encoded }: HttpRequest): string =>
  isBase64Encoded === true ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '')

const refuse = (status: Refusal['status'], reason: string): Refusal => ({ status, reason })
