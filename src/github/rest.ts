import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import Bottleneck from 'bottleneck'
import { askTwice } from './ask-twice.ts'
import { authenticationOf, type AppKey } from './app-key.ts'
import { toJobError } from './errors.ts'
import { createFetch } from './fetch.ts'
import { GITHUB_PACE, type Pace } from './pace.ts'
import { paceWrites, type Time } from './pacing.ts'

/** An Octokit for one token, with the manners of the app's. */
export type RestClient = InstanceType<ReturnType<typeof restClass>>

export interface RestClientSettings {
  /** A token, or the key of the app. */
  token: string | AppKey
  /** Base address of GitHub's REST API. */
  apiUrl: string
  /** How fast writes go; by default as GitHub asks, however long that takes. */
  pace?: Pace
  time?: Time
  fetch?: typeof fetch
  /** What counts as a second where GitHub has to be waited for, in milliseconds. */
  secondMs?: number
  /** When this account created things that count for the limits still, in milliseconds, the oldest first. */
  earlierCreations?: number[]
  /** Hears of each rate limit that is waited out. */
  onWait?: (seconds: number) => void
}

/** Nothing waits behind a person at a terminal, so that every limit is waited out in place. */
const PATIENT_PACE: Pace = { ...GITHUB_PACE, longestWaitMs: Infinity }

/** Makes a client for the command line. What waits between writes at GitHub's wish waits here as in the app. */
export const createRestClient = ({
  token,
  apiUrl,
  pace = PATIENT_PACE,
  time,
  fetch = createFetch(),
  secondMs = 1000,
  earlierCreations = [],
  onWait = () => undefined,
}: RestClientSettings): RestClient => {
  const unpaced = new Bottleneck.Group()
  const waitOut = (seconds: number): boolean => {
    onWait(seconds)
    return true
  }
  return new (restClass(pace, time, earlierCreations))({
    ...authenticationOf(token),
    baseUrl: apiUrl,
    userAgent: 'followthrough',
    request: { fetch },
    retry: { retryAfterBaseValue: secondMs },
    throttle: {
      retryAfterBaseValue: secondMs,
      // The plugin's own groups would send creations three seconds apart; `paceWrites` takes their place.
      write: unpaced,
      notifications: unpaced,
      onRateLimit: waitOut,
      onSecondaryRateLimit: waitOut,
    },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
}

const restClass = (pace: Pace, time: Time | undefined, earlierCreations: number[]) =>
  Octokit.plugin(retry, throttling, paceWrites(pace, time, earlierCreations), askTwice)

const ignore = (): void => undefined

/**
 * Whom a token acts for.
 *
 * @returns the login: a person's, or `slug[bot]` for the token of an app's installation
 * @throws RetryableError, PermanentError
 */
export const readOwnLogin = async (client: RestClient): Promise<string> => {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>(
      'query Viewer { viewer { login } }',
    )
    return viewer.login
  } catch (error) {
    throw toJobError(error)
  }
}
