import PQueue from 'p-queue'
import type { ProbotOctokit } from 'probot'
import { RetryableError } from '../jobs/errors.ts'
import { installationOf } from './installation.ts'

type Octokit = Pick<InstanceType<typeof ProbotOctokit>, 'hook'>

/** How fast writes may go. */
export interface Pace {
  /** Milliseconds from the start of one write to the next. */
  intervalMs: number
  /** In any span of so many milliseconds, at most so many requests that create something. */
  creations: { spanMs: number; most: number }[]
  /** A write that would have to wait longer fails, and says for how long it has to be left alone. */
  longestWaitMs: number
}

/**
 * GitHub asks for a second between writes, and allows 80 creations a minute and 500 an hour. A little is left
 * for others who act for the same account.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export const GITHUB_PACE: Pace = {
  intervalMs: 1_000,
  creations: [
    { spanMs: 60_000, most: 75 },
    { spanMs: 3_600_000, most: 450 },
  ],
  // The queue waits without holding anything.
  longestWaitMs: 120_000,
}

/** For a GitHub that does not mind: writes still go one at a time. */
export const NO_HURRY_NEEDED: Pace = { intervalMs: 0, creations: [], longestWaitMs: 0 }

/** The passing of time, in milliseconds. */
export interface Time {
  now: () => number
  wait: (milliseconds: number) => Promise<unknown>
}

const REAL_TIME: Time = {
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** The writes of one installation: those under way and the times of those that count still. */
interface Turns {
  queue: PQueue
  lastStart: number
  creations: number[]
}

/**
 * An Octokit plugin: the writes of one installation go one at a time and no faster than the pace. A write that
 * waits out a rate limit holds back those behind it. Reads pass freely.
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
    for (const [name, { queue, lastStart }] of installations) {
      const isOver = queue.size + queue.pending === 0 && lastStart + longestSpan < time.now()
      if (isOver) installations.delete(name)
    }
    const turns = installations.get(installation) ?? {
      queue: new PQueue({ concurrency: 1 }),
      lastStart: -Infinity,
      creations: earlierCreations,
    }
    installations.set(installation, turns)
    return turns
  }

  const waitForTurn = async (turns: Turns, isCreation: boolean): Promise<void> => {
    const starts = [
      turns.lastStart + pace.intervalMs,
      ...(isCreation ? pace.creations.map((limit) => earliestCreation(turns.creations, limit)) : []),
    ]
    const wait = Math.max(...starts) - time.now()
    if (wait > Math.max(pace.longestWaitMs, pace.intervalMs)) {
      throw new RetryableError('So many issues and comments were created that GitHub would refuse more.', {
        retryAfterSeconds: Math.ceil(wait / 1000),
      })
    }
    if (wait > 0) await time.wait(wait)
    turns.lastStart = time.now()
    if (!isCreation) return
    turns.creations = [...turns.creations.filter((at) => at + longestSpan > turns.lastStart), turns.lastStart]
  }

  return (octokit, options) => {
    const installation = installationOf(options) ?? 'app'
    octokit.hook.wrap('request', (request, parameters) => {
      if (!isWrite(parameters)) return request(parameters)
      const turns = turnsOf(installation)
      return turns.queue.add(async () => {
        await waitForTurn(turns, creates(parameters))
        return request(parameters)
      })
    })
  }
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
