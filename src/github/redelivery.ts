import type { Logger } from '../jobs/ports.ts'
import { ROUTED_EVENTS } from '../jobs/route.ts'
import type { Client } from './client.ts'
import { toJobError } from './errors.ts'

/** One attempt of GitHub to deliver a webhook. */
interface Attempt {
  id: number
  /** The same for all attempts of one delivery: its `X-GitHub-Delivery`. */
  guid: string
  delivered_at: string
  event: string
  action: string | null
  status_code: number
}

/** These answers say that the request itself is not acceptable: it would be refused again. */
const REFUSED_FOR_GOOD = [400, 405, 413, 415]

export interface Repeat {
  /** Earlier deliveries are left alone; GitHub keeps them for three days. */
  since: Date
  /** What arrived after this moment is asked for as well: a process that was killed may have lost it. */
  arrivedSince?: Date
  log: Logger
  /** Once aborted, no further delivery is asked for; the next run takes the rest. */
  signal?: AbortSignal
}

/**
 * Asks GitHub to deliver again what failed and has not arrived since, oldest first. A delivery that fails again is found
 * again by the next run, until it is too old.
 *
 * @param client authenticated as the app itself
 * @returns how many were asked for
 * @throws RetryableError, PermanentError
 * @see https://docs.github.com/en/webhooks/using-webhooks/automatically-redelivering-failed-deliveries-for-a-github-app-webhook
 */
export const repeatDeliveries = async (
  client: Pick<Client, 'rest' | 'paginate'>,
  { since, arrivedSince, log, signal }: Repeat,
): Promise<number> => {
  try {
    const lost = lostDeliveries(await attemptsSince(client, since), arrivedSince ?? null)
    let repeated = 0
    for (const { id, guid, status_code: status } of lost) {
      if (signal?.aborted === true) break
      await client.rest.apps.redeliverWebhookDelivery({ delivery_id: id })
      log.info({ delivery: guid, status }, 'Asked for the delivery again')
      repeated++
    }
    return repeated
  } catch (error) {
    throw toJobError(error)
  }
}

/** GitHub lists the newest first. */
const attemptsSince = async (
  { rest, paginate }: Pick<Client, 'rest' | 'paginate'>,
  since: Date,
): Promise<Attempt[]> => {
  const attempts: Attempt[] = []
  for await (const { data } of paginate.iterator(rest.apps.listWebhookDeliveries, { per_page: 100 })) {
    const recent = data.filter((attempt) => new Date(attempt.delivered_at) >= since)
    attempts.push(...recent)
    if (recent.length < data.length) break
  }
  return attempts
}

/** @returns the last attempt of each delivery that must come again, oldest first */
const lostDeliveries = (newestFirst: Attempt[], arrivedSince: Date | null): Attempt[] =>
  [...Map.groupBy(newestFirst, ({ guid }) => guid).values()]
    .filter((attempts) => !attempts.some((attempt) => isSettled(attempt, arrivedSince)))
    .flatMap(([last]) => last ?? [])
    .reverse()

const isSettled = (attempt: Attempt, arrivedSince: Date | null): boolean => {
  const { status_code: status, delivered_at: at } = attempt
  if (REFUSED_FOR_GOOD.includes(status)) return true
  if (status < 200 || status >= 300) return false
  return arrivedSince === null || new Date(at) < arrivedSince || !isRouted(attempt)
}

const isRouted = ({ event, action }: Attempt): boolean =>
  (ROUTED_EVENTS as readonly string[]).includes(action === null ? event : `${event}.${action}`)
