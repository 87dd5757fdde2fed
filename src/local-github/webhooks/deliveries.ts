import { createHmac, randomUUID } from 'node:crypto'
import type { Repository } from '../views.ts'
import type { World } from '../world.ts'
import type { Announcement } from './announcement.ts'
import { inFull } from './in-full.ts'

/** One webhook, sent or waiting for an app to be connected. */
export interface Delivery {
  /** The `X-GitHub-Delivery`: unique, and the same again when the delivery is repeated. */
  id: string
  event: string
  action: string | null
  payload: Record<string, unknown> & { repository: Repository }
  /** ISO 8601, real time. */
  deliveredAt: string
  /** The body exactly as signed. */
  body: string
  headers: Record<string, string>
  /** The app's answers, one for each attempt; null where it could not be reached. */
  answers: (number | null)[]
}

export interface Deliveries {
  /** In the order of the effects. */
  all: Delivery[]
  announce: (announcement: Announcement) => void
  /** Sends a delivery once more, as "Redeliver" in the App's settings does. */
  redeliver: (delivery: Delivery) => Promise<void>
  /** Sends to this address from now on; null only records. */
  connect: (url: string | null) => void
  /** Waits until nothing is under way. */
  settled: () => Promise<void>
  /** Gives up on answers still to come. */
  abandon: () => void
  clear: () => void
}

/** GitHub gives up on an app that has not answered by then. */
const TIMEOUT_MS = 10_000

const seconds = (stamp: string | null): number | null =>
  stamp === null ? null : Math.floor(Date.parse(stamp) / 1000)

/** A push payload tells two of the repository's times in seconds, adds the branch, and names the pusher. */
const pushExtras = ({ repository, sender }: Announcement): object => ({
  repository: {
    ...repository,
    created_at: seconds(repository.created_at),
    pushed_at: seconds(repository.pushed_at),
    master_branch: repository.default_branch,
  },
  pusher: { name: sender.login, email: `${sender.login}@users.noreply.github.com` },
})

export const createDeliveries = (world: World, secret: string): Deliveries => {
  const all: Delivery[] = []
  const underWay = new Set<Promise<void>>()
  const abandoning = new AbortController()
  let target: string | null = null

  const send = (delivery: Delivery): Promise<void> => {
    if (target === null) return Promise.resolve()
    const sending = fetch(target, {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
      signal: AbortSignal.any([abandoning.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
      .then(
        ({ status }) => delivery.answers.push(status),
        () => delivery.answers.push(null),
      )
      .then(() => undefined)
      .finally(() => underWay.delete(sending))
    underWay.add(sending)
    return sending
  }

  const announce = (announcement: Announcement): void => {
    const { event, payload, repository, sender } = announcement
    const { installationId, id: appId } = world.app
    const node = Buffer.from(`0:Installation${installationId}`).toString('base64')
    const whole = inFull({
      ...payload,
      repository,
      organization: repository.owner,
      sender,
      ...(event === 'push' && pushExtras(announcement)),
      installation: { id: installationId, node_id: node },
    }) as Delivery['payload']
    const body = JSON.stringify(whole)
    const id = randomUUID()
    const delivery: Delivery = {
      id,
      event,
      action: typeof payload.action === 'string' ? payload.action : null,
      payload: whole,
      deliveredAt: new Date().toISOString(),
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/local',
        'x-github-event': event,
        'x-github-delivery': id,
        'x-github-hook-installation-target-id': String(appId),
        'x-github-hook-installation-target-type': 'integration',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      answers: [],
    }
    all.push(delivery)
    void send(delivery)
  }

  return {
    all,
    announce,
    redeliver: send,
    connect: (url) => {
      target = url
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    abandon: () => {
      abandoning.abort()
    },
    clear: () => {
      all.length = 0
    },
  }
}
