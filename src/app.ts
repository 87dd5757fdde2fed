import type { Job } from './jobs/job.ts'
import { route, ROUTED_EVENTS, type RoutedEvent } from './jobs/route.ts'

/** What the application asks of Probot. A bare `@octokit/webhooks` receiver has it as well. */
export interface EventSource {
  on: (events: RoutedEventName[], handle: (event: RoutedEvent) => Promise<void>) => void
}

type RoutedEventName = (typeof ROUTED_EVENTS)[number]

/**
 * The Probot application: an event becomes a job, the job goes to the queue, and nothing else happens here.
 *
 * @param options.enqueue takes a job; where it rejects, the delivery is answered with an error
 * @param options.botLogin the app's own login, `slug[bot]`
 */
export const followthrough =
  ({ enqueue, botLogin }: { enqueue: (job: Job) => void | Promise<void>; botLogin: string }) =>
  (app: EventSource): void => {
    app.on([...ROUTED_EVENTS], async (context) => {
      const job = route(context, { botLogin })
      if (job !== null) await enqueue(job)
    })
  }
