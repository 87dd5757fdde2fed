import { PermanentError, RetryableError } from '../jobs/errors.ts'

/** How long a message is kept trying. */
export interface Patience {
  /** The wait after the first failure, where GitHub does not ask for more; it doubles with each further one. */
  retrySeconds: number
  /** A message that is not done so long after it was first received goes to the dead-letter queue. */
  giveUpSeconds: number
}

/** What a message has behind it. */
export interface Past {
  /** How often it was received, this time included. Waits that GitHub asked for count, too. */
  receives: number
  secondsSinceFirst: number
}

/** When a message comes again, or why it does not. */
export type Verdict = { seconds: number } | { reason: string }

const LONGEST_SECONDS = 900

/** A fault of the program seldom passes, and holds up its repository meanwhile. */
const MOST_ATTEMPTS_AFTER_OWN_FAULT = 5

/**
 * Decides what becomes of a message whose job failed. GitHub may be down for hours, and in a rush it makes a job wait for its
 * turn hour by hour: so it is time that ends the patience, and not a number of attempts.
 *
 * @param error of the job
 */
export const judge = (error: unknown, { receives, secondsSinceFirst }: Past, patience: Patience): Verdict => {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof PermanentError) return { reason: message }
  const isOwnFault = !(error instanceof RetryableError)
  if (isOwnFault && receives >= MOST_ATTEMPTS_AFTER_OWN_FAULT)
    return { reason: `${message} (given up after ${receives} attempts)` }
  const asked = isOwnFault ? null : error.retryAfterSeconds
  const seconds = Math.max(waitAfter(receives, patience), asked ?? 0)
  return secondsSinceFirst + seconds > patience.giveUpSeconds
    ? { reason: `${message} (given up after ${hoursOf(patience)})` }
    : { seconds }
}

/**
 * A message that only fails is given up in time; one that is older has crashed the worker each time, or was never
 * reached because those before it took so long.
 *
 * @throws PermanentError where its time is over
 */
export const checkInTime = ({ secondsSinceFirst }: Past, patience: Patience): void => {
  if (secondsSinceFirst > patience.giveUpSeconds)
    throw new PermanentError(`The job was not finished within ${hoursOf(patience)} of its first attempt.`)
}

/** Waits that double with each failure, up to a quarter of an hour. */
const waitAfter = (failures: number, { retrySeconds }: Patience): number =>
  Math.min(retrySeconds * 2 ** (failures - 1), LONGEST_SECONDS)

const hoursOf = ({ giveUpSeconds }: Patience): string => `${Math.round(giveUpSeconds / 3600)} hours`
