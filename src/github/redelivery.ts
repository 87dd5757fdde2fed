import type { Logger } from '../jobs/ports.ts'
import type { Client } from './client.ts'
import { toJobError } from './errors.ts'

/** One attempt of GitHub to deliver a webhook. */
interface Attempt {
  id: number
  /** The same for all attempts of one delivery: its `X-GitHub-Delivery`. */
  guid: string
  delivered_at: string
  status_code: number
}

/** These answers say that the request itself is not acceptable: it would be refused again. */
const REFUSED_FOR_GOOD = [400, 405, 413, 415]

/** At most so many in one run, a second apart; the next run takes the rest. */
const MOST = 200

/**
 * Asks GitHub to deliver again what failed and has not arrived since, oldest first. A delivery that fails again is found
 * again by the next run, until it is too old.
 *
 * @param client authenticated as the app itself
 * @param options.since earlier deliveries are left alone; GitHub keeps them for three days
 * @returns how many were asked for
 * @throws RetryableError, PermanentError
 * @see https://docs.github.com/en/webhooks/using-webhooks/automatically-redelivering-failed-deliveries-for-a-github-app-webhook
 */
export const repeatFailedDeliveries = async (
  client: Pick<Client, 'rest' | 'paginate'>,
  { since, log }: { since: Date; log: Logger },
): Promise<number> => {
  try {
    const failed = failedDeliveries(await attemptsSince(client, since))
    if (failed.length > MOST)
      log.warn({ failed: failed.length }, 'More deliveries failed than one run repeats')
    for (const { id, guid, status_code: status } of failed.slice(0, MOST)) {
      await client.rest.apps.redeliverWebhookDelivery({ delivery_id: id })
      log.info({ delivery: guid, status }, 'Asked for the delivery again')
    }
    return Math.min(failed.length, MOST)
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

/** @returns the last attempt of each delivery that never arrived, oldest first */
const failedDeliveries = (newestFirst: Attempt[]): Attempt[] =>
  [...Map.groupBy(newestFirst, ({ guid }) => guid).values()]
    .filter((attempts) => !attempts.some(({ status_code: status }) => isSettled(status)))
    .flatMap(([last]) => last ?? [])
    .reverse()

const isSettled = (status: number): boolean =>
  (status >= 200 && status < 300) || REFUSED_FOR_GOOD.includes(status)
