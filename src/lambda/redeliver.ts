import type { Context } from 'aws-lambda'
import { repeatDeliveries } from '../github/redelivery.ts'
import { createConnect } from './connect.ts'
import { readVariables } from './environment.ts'
import { createLog } from './log.ts'
import { createMeter } from './metrics.ts'

const { LOG_LEVEL, REDELIVER_HOURS, SERVICE } = readVariables(process.env, [
  'LOG_LEVEL',
  'REDELIVER_HOURS',
  'SERVICE',
])
/** Before the function's time is over it stops asking; the next hour goes on. */
const SPARE_MS = 60_000

const log = createLog(LOG_LEVEL, { function: 'redeliver' })
const meter = createMeter(SERVICE)
const connect = createConnect(log, meter)

/** Once an hour: asks GitHub to deliver again what did not arrive, which it never does by itself. */
export const handler = async (_event: unknown, context: Context): Promise<void> => {
  try {
    const { client } = await connect()
    const since = new Date(Date.now() - REDELIVER_HOURS * 3_600_000)
    const signal = AbortSignal.timeout(Math.max(context.getRemainingTimeInMillis() - SPARE_MS, 0))
    const repeated = await repeatDeliveries(client, { since, log, signal })
    meter.add('DeliveriesRepeated', repeated)
    log.info({ repeated }, 'Failed deliveries were asked for again')
  } finally {
    meter.flush()
  }
}
