import Bottleneck from 'bottleneck'
import type { ProbotOctokit } from 'probot'
import { installationOf } from './installation.ts'

type Octokit = Pick<InstanceType<typeof ProbotOctokit>, 'hook'>

/** An installation that wrote nothing for so long is forgotten; no write waits nearly as long. */
const FORGET_AFTER_MS = 3_600_000

/**
 * An Octokit plugin: the writes of one installation go one at a time, each at least `intervalMs` after the start
 * of the one before. A write that waits out a rate limit holds back those behind it. Reads pass freely.
 */
export const paceWrites = (intervalMs: number): ((octokit: Octokit, options: object) => void) => {
  const installations = new Bottleneck.Group({
    maxConcurrent: 1,
    minTime: intervalMs,
    timeout: FORGET_AFTER_MS,
  })
  return (octokit, options) => {
    const installation = installationOf(options) ?? 'app'
    octokit.hook.wrap('request', (request, parameters) =>
      isWrite(parameters)
        ? installations.key(installation).schedule(async () => request(parameters))
        : request(parameters),
    )
  }
}

/**
 * A GraphQL query is a read although it is sent by POST. Nor is the request for a token a write:
 * it is made while the write that needs the token has its turn, and would wait for itself.
 */
const isWrite = ({ method, url, query }: { method: string; url: string; query?: unknown }): boolean => {
  if (method === 'GET' || method === 'HEAD' || url.endsWith('/access_tokens')) return false
  const isGraphql = url.endsWith('/graphql')
  return !isGraphql || (typeof query === 'string' && query.trimStart().startsWith('mutation'))
}
