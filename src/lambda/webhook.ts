import { SQSClient } from '@aws-sdk/client-sqs'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { readVariables } from './environment.ts'
import { createJobQueue } from './job-queue.ts'
import { createLog } from './log.ts'
import { createMeter, type MetricName } from './metrics.ts'
import { createReceiver, type Reception } from './receive.ts'
import type { HttpRequest } from './request.ts'
import { readSecrets } from './secrets.ts'

const { APP_SLUG, LOG_LEVEL, QUEUE_URL, SECRETS_PATH, SERVICE } = readVariables(process.env, [
  'APP_SLUG',
  'LOG_LEVEL',
  'QUEUE_URL',
  'SECRETS_PATH',
  'SERVICE',
])
const log = createLog(LOG_LEVEL, { function: 'webhook' })
const meter = createMeter(SERVICE)
/** GitHub waits for ten seconds: two attempts of at most three each leave room for a cold start. */
const client = new SQSClient({
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
})
const enqueue = createJobQueue({ client, queueUrl: QUEUE_URL })

const metrics: Record<Reception, MetricName> = {
  queued: 'DeliveriesQueued',
  ignored: 'DeliveriesIgnored',
  refused: 'DeliveriesRefused',
  failed: 'DeliveriesFailed',
}

/**
 * Receives webhooks of GitHub behind an HTTP API.
 *
 * @throws where there is no webhook secret: no request is looked at without one
 */
export const handler = async (request: HttpRequest): Promise<APIGatewayProxyStructuredResultV2> => {
  const secrets = await readSecrets(SECRETS_PATH, ['webhook-secret'])
  const receive = createReceiver({
    webhookSecret: secrets['webhook-secret'],
    botLogin: `${APP_SLUG}[bot]`,
    enqueue,
    log,
    count: (reception) => {
      meter.add(metrics[reception])
    },
  })
  try {
    return await receive(request)
  } finally {
    meter.flush()
  }
}
