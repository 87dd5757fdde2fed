import Bottleneck from 'bottleneck'
import { ProbotOctokit } from 'probot'
import { askTwice } from './ask-twice.ts'
import { GITHUB_PACE, paceOfShare } from './pace.ts'
import { paceWrites } from './pacing.ts'
import { renewToken } from './renew-token.ts'

type OctokitOptions = NonNullable<ConstructorParameters<typeof ProbotOctokit>[0]>

export interface OctokitSettings {
  /**
   * Milliseconds from the start of one write to the next. GitHub asks for a second; each of two processes that work
   * for the same installations takes two, and half of the creations that are allowed. With 0 creations are not limited
   * either: that is for the GitHub on this machine.
   */
  writeIntervalMs?: number
}

/** A rate limit is waited out in place this often; then the job goes back to its queue. */
const MAX_WAITS = 3

/** A rate limit that lasts longer is left to the queue, which waits without holding anything. */
const MAX_WAIT_SECONDS = 120

/**
 * Probot's Octokit with our manners: writes go one at a time and a second apart, rate limits are waited out,
 * a refused token is replaced, and what is not found is looked for twice.
 * The plugin's own groups would send creations three seconds apart and count every GraphQL query as a write,
 * so they are opened and `paceWrites` takes their place.
 */
export const createOctokitClass = ({
  writeIntervalMs = GITHUB_PACE.intervalMs,
}: OctokitSettings = {}): typeof ProbotOctokit => {
  const unpaced = new Bottleneck.Group()
  return ProbotOctokit.plugin(paceWrites(paceOfShare(writeIntervalMs)), renewToken, askTwice).defaults(
    (options: OctokitOptions) => ({
      ...options,
      ...tokensFromSameGitHub(options),
      throttle: {
        ...(options.throttle as object | undefined),
        write: unpaced,
        notifications: unpaced,
        onRateLimit: waitOut,
        onSecondaryRateLimit: waitOut,
      },
    }),
  )
}

/** What Probot gives for asking for tokens. */
interface Authentication {
  request?: { defaults: (parameters: { baseUrl: string }) => unknown }
}

/** Probot's own request for a token that is renewed would go to github.com, wherever the app's GitHub is. */
const tokensFromSameGitHub = ({ auth, baseUrl }: OctokitOptions): Pick<OctokitOptions, 'auth'> => {
  const { request } = (auth ?? {}) as Authentication
  if (request === undefined || baseUrl === undefined) return {}
  return { auth: { ...(auth as Authentication), request: request.defaults({ baseUrl }) } }
}

/** @returns whether the throttling plugin waits and sends the request again; GitHub has refused it, so nothing is done twice */
const waitOut = (
  retryAfterSeconds: number,
  { method, url }: { method: string; url: string },
  octokit: { log: { warn: (message: string) => void } },
  retryCount: number,
): boolean => {
  const isWaitedOut = retryCount < MAX_WAITS && retryAfterSeconds <= MAX_WAIT_SECONDS
  const outcome = isWaitedOut ? 'waiting' : 'giving the job back to its queue'
  octokit.log.warn(`Rate limit on ${method} ${url} for ${retryAfterSeconds} s: ${outcome}.`)
  return isWaitedOut
}
