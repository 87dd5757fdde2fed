import PQueue from 'p-queue'
import type { ProbotOctokit } from 'probot'
import { RetryableError } from '../jobs/errors.ts'
import { toJobError } from './errors.ts'
import { installationOf } from './installation.ts'
import type { Pace } from './pace.ts'

type Octokit = Pick<InstanceType<typeof ProbotOctokit>, 'hook'>

/** The passing of time, in milliseconds. */
export interface Time {
  now: () => number
  wait: (milliseconds: number) => Promise<unknown>
}

const REAL_TIME: Time = {
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** The requests of one installation: the writes under way and the times of those that count still. */
interface Turns {
  queue: PQueue
  lastStart: number
  creations: number[]
  /** GitHub has refused a request, and takes no more before. */
  refusedUntil: number
}

/**
 * An Octokit plugin: the writes of one installation go one at a time and no faster than the pace. A write that
 * waits out a rate limit holds back those behind it. Reads pass freely, but for this: where GitHub has refused a request
 * for a limit and nobody waits it out in place, no request is sent before the time that GitHub named.
 *
 * @param earlierCreations when things were created that count still, in milliseconds, the oldest first
 */
export const paceWrites = (
  pace: Pace,
  time: Time = REAL_TIME,
  earlierCreations: number[] = [],
): ((octokit: Octokit, options: object) => void) => {
  const installations = new Map<string, Turns>()
  const longestSpan = Math.max(pace.intervalMs, ...pace.creations.map(({ spanMs }) => spanMs))

  const turnsOf = (installation: string): Turns => {
    for (const [name, { queue, lastStart, refusedUntil }] of installations) {
      const isIdle = queue.size + queue.pending === 0
      const isOver = Math.max(lastStart + longestSpan, refusedUntil) < time.now()
      if (isIdle && isOver) installations.delete(name)
    }
    const turns = installations.get(installation) ?? {
      queue: new PQueue({ concurrency: 1 }),
      lastStart: -Infinity,
      creations: earlierCreations,
      refusedUntil: -Infinity,
    }
    installations.set(installation, turns)
    return turns
  }

  const waitUntil = async (start: number): Promise<void> => {
    const wait = start - time.now()
    if (wait > Math.max(pace.longestWaitMs, pace.intervalMs)) {
      throw new RetryableError('GitHub would refuse more requests now.', {
        retryAfterSeconds: Math.ceil(wait / 1000),
      })
    }
    if (wait > 0) await time.wait(wait)
  }

  const waitForTurn = async (turns: Turns, isCreation: boolean): Promise<void> => {
    await waitUntil(
      Math.max(
        turns.refusedUntil,
        turns.lastStart + pace.intervalMs,
        ...(isCreation ? pace.creations.map((limit) => earliestCreation(turns.creations, limit)) : []),
      ),
    )
    turns.lastStart = time.now()
    if (!isCreation) return
    turns.creations = [...turns.creations.filter((at) => at + longestSpan > turns.lastStart), turns.lastStart]
  }

  const heed = (turns: Turns, error: unknown, isCreation: boolean): void => {
    const seconds = secondsAskedFor(error)
    if (seconds === null) return
    turns.refusedUntil = Math.max(turns.refusedUntil, time.now() + seconds * 1000)
    if (isCreation) turns.creations = usedUpBefore(turns.refusedUntil, pace)
  }

  return (octokit, options) => {
    const installation = installationOf(options) ?? 'app'
    octokit.hook.error('request', (error, parameters) => {
      heed(turnsOf(installation), error, creates(parameters))
      throw error
    })
    octokit.hook.wrap('request', async (request, parameters) => {
      const turns = turnsOf(installation)
      if (!isWrite(parameters)) {
        await waitUntil(turns.refusedUntil)
        return request(parameters)
      }
      return turns.queue.add(async () => {
        await waitForTurn(turns, creates(parameters))
        return request(parameters)
      })
    })
  }
}

/** How long GitHub asks to be left alone; null for an error of another kind. */
const secondsAskedFor = (error: unknown): number | null => {
  const failure = toJobError(error)
  return failure instanceof RetryableError ? failure.retryAfterSeconds : null
}

/**
 * A creation that is refused tells that others used up what is allowed, or a process that was here before. Taking it for
 * used up evenly lets creations go on evenly: all at once, some of them would be refused again.
 */
const usedUpBefore = (end: number, { creations }: Pace): number[] => {
  const [longest] = creations.toSorted((left, right) => right.spanMs - left.spanMs)
  if (longest === undefined) return []
  const { spanMs, most } = longest
  return Array.from({ length: most }, (_, index) => end - spanMs + ((index + 1) * spanMs) / most)
}

/** When the next creation may start, as far as one limit says. */
const earliestCreation = (creations: number[], { spanMs, most }: Pace['creations'][number]): number => {
  const lastThatCounts = creations.at(-most)
  return lastThatCounts === undefined ? -Infinity : lastThatCounts + spanMs
}

interface Request {
  method: string
  url: string
  query?: unknown
}

/**
 * A GraphQL query is a read although it is sent by POST. Nor is the request for a token a write:
 * it is made while the write that needs the token has its turn, and would wait for itself.
 */
const isWrite = ({ method, url, query }: Request): boolean => {
  if (method === 'GET' || method === 'HEAD' || url.endsWith('/access_tokens')) return false
  return !isGraphql({ url }) || (typeof query === 'string' && query.trimStart().startsWith('mutation'))
}

/** GitHub does not list what counts as creating content: all that makes something new is taken for it. */
const creates = ({ method, url }: Request): boolean => method === 'POST' && !isGraphql({ url })

const isGraphql = ({ url }: Pick<Request, 'url'>): boolean => url.endsWith('/graphql')
