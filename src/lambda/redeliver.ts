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
/** A function has little time, and each takes as long as a write. */
const MOST = 200

const log = createLog(LOG_LEVEL, { function: 'redeliver' })
const meter = createMeter(SERVICE)
const connect = createConnect(log, meter)

/** Once an hour: asks GitHub to deliver again what did not arrive, which it never does by itself. */
export const handler = async (): Promise<void> => {
  try {
    const { client } = await connect()
    const since = new Date(Date.now() - REDELIVER_HOURS * 3_600_000)
    const repeated = await repeatDeliveries(client, { since, most: MOST, log })
    meter.add('DeliveriesRepeated', repeated)
    log.info({ repeated }, 'Failed deliveries were asked for again')
  } finally {
    meter.flush()
  }
}
