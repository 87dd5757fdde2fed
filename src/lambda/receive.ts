import { Webhooks } from '@octokit/webhooks'
import adapt from '@probot/adapter-aws-lambda-serverless/lambda-function.js'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { followthrough } from '../app.ts'
import { describeJob, type Job } from '../jobs/job.ts'
import type { Logger } from '../jobs/ports.ts'
import { readDelivery, type Delivery, type HttpRequest, type Refusal } from './request.ts'

/** What became of a request: `queued` deliveries asked for a job, `ignored` ones concern no postmortem. */
export type Reception = 'queued' | 'ignored' | 'refused' | 'failed'

export interface ReceiverSettings {
  webhookSecret: string
  /** The app's own login, `slug[bot]`. */
  botLogin: string
  /** Stores a job for good before it settles. */
  enqueue: (job: Job) => Promise<void>
  log: Logger
  /** Hears what became of each request. */
  count: (reception: Reception) => void
}

/**
 * Makes the function that receives webhooks: it verifies, queues a job, and answers. A job that could not be queued is
 * answered with 503, so that GitHub counts the delivery as failed and `redeliver` finds it.
 *
 * @throws where there is no webhook secret: without one anybody could send webhooks
 */
export const createReceiver = ({
  webhookSecret,
  botLogin,
  enqueue,
  log,
  count,
}: ReceiverSettings): ((request: HttpRequest) => Promise<APIGatewayProxyStructuredResultV2>) => {
  if (webhookSecret.trim() === '') throw new Error('The webhook secret is empty.')

  const receive = async (delivery: Delivery): Promise<Job[]> => {
    const jobs: Job[] = []
    const webhooks = new Webhooks({ secret: webhookSecret })
    followthrough({
      botLogin,
      enqueue: async (job) => {
        await enqueue(job)
        jobs.push(job)
      },
    })(webhooks)
    await adapt({ webhooks }, adapted(delivery))
    return jobs
  }

  const refused = ({ status, reason }: Refusal): APIGatewayProxyStructuredResultV2 => {
    log.warn({ status }, `Webhook refused: ${reason}`)
    count('refused')
    return answer(status, reason)
  }

  return async (request) => {
    const startedAt = performance.now()
    const delivery = readDelivery(request)
    if ('status' in delivery) return refused(delivery)
    const { id, name, payload, signature } = delivery
    const isSigned = await new Webhooks({ secret: webhookSecret }).verify(payload, signature)
    if (!isSigned) return refused({ status: 401, reason: 'the signature is wrong' })
    if (!isJsonObject(payload)) return refused({ status: 400, reason: 'the body is not a JSON object' })
    const about = { delivery: id, event: name }
    try {
      const jobs = await receive(delivery)
      const [job] = jobs
      const durationMs = Math.round(performance.now() - startedAt)
      count(job ? 'queued' : 'ignored')
      log.info({ ...about, ...(job && describeJob(job)), durationMs }, job ? 'Job queued' : 'Nothing to do')
      return answer(202, job ? 'queued' : 'nothing to do')
    } catch (error) {
      log.error({ ...about, err: causeOf(error) }, 'The job could not be queued')
      count('failed')
      return answer(503, 'the job could not be queued')
    }
  }
}

/** The adapter wants a request of its own, with a body as text and all headers there. */
const adapted = ({ id, name, signature, payload }: Delivery): object => ({
  headers: { 'x-github-delivery': id, 'x-github-event': name, 'x-hub-signature-256': signature },
  body: payload,
})

const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** The library's own error carries the payload; what failed is the first error within. */
const causeOf = (error: unknown): unknown => (error instanceof AggregateError ? error.errors[0] : error)

const answer = (statusCode: number, message: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...(statusCode === 405 && { allow: 'POST' }) },
  body: JSON.stringify({ message }),
})
