import { readFileSync } from 'node:fs'
import type { EmitterWebhookEvent, EmitterWebhookEventName } from '@octokit/webhooks'

/**
 * A delivery as GitHub sends it.
 *
 * @param event its name with the action: `issues.closed`
 * @param file its payload in `fixtures/webhooks/`, by default the one called after the event
 */
export const delivery = <Event extends EmitterWebhookEventName>(
  event: Event,
  file: string = event.replace('_', '-').replace('.', '-'),
): EmitterWebhookEvent<Event> => {
  const json = readFileSync(new URL(`../fixtures/webhooks/${file}.json`, import.meta.url), 'utf8')
  const payload: unknown = JSON.parse(json)
  const [name] = event.split('.')
  return { id: 'b7c1d2e0-delivery', name, payload } as EmitterWebhookEvent<Event>
}
