import { getTransformStream } from '@probot/pino'
import { pino, type Logger } from 'pino'
import type { Environment } from './environment.ts'

/**
 * The log of the process, on standard output. A webhook with a wrong signature reaches Probot's log with its
 * payload, which anyone may have sent and may be large: it is left out.
 */
export const createLog = async ({
  logLevel,
  logFormat,
}: Pick<Environment, 'logLevel' | 'logFormat'>): Promise<Logger> => {
  const transform = await getTransformStream({ logFormat })
  transform.pipe(process.stdout)
  const redact = { paths: ['err.event', 'err.aggregateErrors[*].event', 'event.payload'], remove: true }
  return pino({ name: 'followthrough', level: logLevel, redact }, transform)
}
