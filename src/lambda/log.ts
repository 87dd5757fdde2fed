import { pino, type DestinationStream, type Logger } from 'pino'

/**
 * The log of a function: one JSON object a line, which CloudWatch can search by field. A payload that hangs on an error is
 * left out: anyone who may push can fill it.
 *
 * @param fields on every line, such as the function's name
 */
export const createLog = (level: string, fields: object, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: fields,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: ['err.event', 'err.request', 'err.cause.request'], remove: true },
    },
    ...(destination ? [destination] : []),
  )
