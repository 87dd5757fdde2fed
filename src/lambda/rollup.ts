import { SQSClient } from '@aws-sdk/client-sqs'
import { enqueueRollups } from '../jobs/weekly.ts'
import { createConnect } from './connect.ts'
import { readVariables } from './environment.ts'
import { createJobQueue } from './job-queue.ts'
import { createLog } from './log.ts'
import { createMeter } from './metrics.ts'

const { LOG_LEVEL, QUEUE_URL, SERVICE } = readVariables(process.env, ['LOG_LEVEL', 'QUEUE_URL', 'SERVICE'])
const log = createLog(LOG_LEVEL, { function: 'rollup' })
const meter = createMeter(SERVICE)
const connect = createConnect(log, meter)
const enqueue = createJobQueue({ client: new SQSClient(), queueUrl: QUEUE_URL })

/** Once a week: queues the weekly job of every repository that the app is installed in. */
export const handler = async (): Promise<void> => {
  try {
    const { installations } = (await connect()).app
    const repositories = await enqueueRollups({ installations, enqueue, log })
    meter.add('RollupsQueued', repositories)
    log.info({ repositories }, 'Weekly comments: all repositories are in the queue')
  } finally {
    meter.flush()
  }
}
