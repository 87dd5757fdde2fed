/**
 * Webhook deliveries.
 * GitHub lists an app's recent deliveries, newest first, and repeats one on request; it never repeats one by itself.
 * The emulator has no record of an app's deliveries.
 */
import { failure, json, match, type ApiRequest, type ApiResponse, type Repair } from '../api.ts'
import type { Core } from '../core.ts'
import type { Deliveries, Delivery } from '../webhooks/deliveries.ts'
import { APP_ACTOR } from './tokens.ts'

export const repairHookDeliveries = ({ world, actorOf, url }: Core, deliveries: Deliveries): Repair => {
  const summary = (delivery: Delivery, index: number): object => {
    const code = delivery.answers.at(-1) ?? 0
    return {
      id: index + 1,
      guid: delivery.id,
      delivered_at: delivery.deliveredAt,
      redelivery: delivery.answers.length > 1,
      duration: 0.01,
      status:
        code >= 200 && code < 300
          ? 'OK'
          : code === 0
            ? 'failed to connect to host'
            : `Invalid HTTP Response: ${code}`,
      status_code: code,
      event: delivery.event,
      action: delivery.action,
      installation_id: world.app.installationId,
      repository_id: delivery.payload.repository.id,
    }
  }
  const find = ({ id }: { id: string }): Delivery | undefined => deliveries.all[Number(id) - 1]

  return async (request: ApiRequest, next) => {
    if (!request.path.startsWith('/app/hook/deliveries')) return next(request)
    if (actorOf(request.token) !== APP_ACTOR) return failure(401, 'A JSON web token could not be decoded')
    if (match(request, 'GET /app/hook/deliveries')) {
      const attempted = deliveries.all
        .map(summary)
        .filter((_, index) => deliveries.all[index]?.answers.length)
      return pageAtCursor(request, url, attempted.reverse())
    }
    const one = match(request, 'GET /app/hook/deliveries/:id')
    const again = match(request, 'POST /app/hook/deliveries/:id/attempts')
    const delivery = find(one ?? again ?? { id: '0' })
    if (!delivery) return failure(404, 'Not Found')
    if (again) {
      void deliveries.redeliver(delivery)
      return json(202, {})
    }
    const sent = { headers: delivery.headers, payload: delivery.payload }
    return json(200, {
      ...summary(delivery, deliveries.all.indexOf(delivery)),
      url,
      request: sent,
      response: { headers: {}, payload: '' },
    })
  }
}

/** This list goes on by a cursor, not by page numbers. */
const pageAtCursor = ({ query, path }: ApiRequest, url: string, entries: object[]): ApiResponse => {
  const perPage = Number(query.get('per_page') ?? 30)
  const start = Number(query.get('cursor') ?? 0)
  const response = json(200, entries.slice(start, start + perPage))
  if (start + perPage >= entries.length) return response
  const next = `<${url}${path}?per_page=${perPage}&cursor=${start + perPage}>; rel="next"`
  return { ...response, headers: { ...response.headers, link: next } }
}
