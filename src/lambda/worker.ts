import { SQSClient } from '@aws-sdk/client-sqs'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { Job } from '../jobs/job.ts'
import { createExtractor } from '../sandbox/extractor.ts'
import { createWork } from '../work.ts'
import { processBatch, type Outcome } from './batch.ts'
import { createConnect } from './connect.ts'
import { readVariables } from './environment.ts'
import { createJobQueue } from './job-queue.ts'
import { createLog } from './log.ts'
import { createMessages } from './messages.ts'
import { meterIssues } from './meter-issues.ts'
import { createMeter, type MetricName } from './metrics.ts'

const variables = readVariables(process.env, [
  'DEAD_LETTER_QUEUE_URL',
  'GIVE_UP_SECONDS',
  'JOB_SECONDS',
  'LOG_LEVEL',
  'QUEUE_URL',
  'RETRY_SECONDS',
  'SERVICE',
  'TIME_ZONE',
])
const { QUEUE_URL: queueUrl, DEAD_LETTER_QUEUE_URL: deadLetterQueueUrl, TIME_ZONE: timeZone } = variables
const log = createLog(variables.LOG_LEVEL, { function: 'worker' })
const meter = createMeter(variables.SERVICE)
const client = new SQSClient()
const messages = createMessages({ client, queueUrl, deadLetterQueueUrl })
const enqueue = createJobQueue({ client, queueUrl })
const connect = createConnect(log, meter)
const extractor = createExtractor({ workerUrl: new URL('./extract.mjs', import.meta.url) })
const clock = { now: () => new Date(), timeZone }

const metrics: Record<Outcome, MetricName> = {
  done: 'JobsDone',
  retried: 'JobsRetried',
  buried: 'JobsBuried',
  postponed: 'JobsPostponed',
}

const run = async (job: Job): Promise<void> => {
  const startedAt = performance.now()
  const { app } = await connect()
  const operations = await createWork({ app: meterIssues(app, meter), extractor, log, enqueue, clock })(job)
  meter.add('JobSeconds', (performance.now() - startedAt) / 1000)
  meter.add('Writes', operations.length)
}

/** Works off jobs from the queue: the same ones as the server runs. */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  try {
    return await processBatch(event.Records, {
      run,
      messages,
      patience: { retrySeconds: variables.RETRY_SECONDS, giveUpSeconds: variables.GIVE_UP_SECONDS },
      now: clock.now,
      hasTime: () => context.getRemainingTimeInMillis() > variables.JOB_SECONDS * 1000,
      count: (outcome) => {
        meter.add(metrics[outcome])
      },
      log,
    })
  } finally {
    meter.flush()
  }
}
