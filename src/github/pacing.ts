import Bottleneck from 'bottleneck'
import type { ProbotOctokit } from 'probot'

type Octokit = Pick<InstanceType<typeof ProbotOctokit>, 'hook'>

/**
 * An Octokit plugin: the writes of one installation go one at a time, each at least `intervalMs` after the start
 * of the one before. A write that waits out a rate limit holds back those behind it. Reads pass freely.
 */
export const paceWrites = (intervalMs: number): ((octokit: Octokit, options: object) => void) => {
  const installations = new Bottleneck.Group({ maxConcurrent: 1, minTime: intervalMs })
  return (octokit, options) => {
    const writes = installations.key(installationOf(options))
    octokit.hook.wrap('request', (request, parameters) =>
      isWrite(parameters) ? writes.schedule(async () => request(parameters)) : request(parameters),
    )
  }
}

/** Probot gives the Octokit of an installation that installation's throttling id. */
const installationOf = (options: { throttle?: { id?: string } }): string => options.throttle?.id ?? 'app'

/**
 * A GraphQL query is a read although it is sent by POST. Nor is the request for a token a write:
 * it is made while the write that needs the token has its turn, and would wait for itself.
 */
const isWrite = ({ method, url, query }: { method: string; url: string; query?: unknown }): boolean => {
  if (method === 'GET' || method === 'HEAD' || url.endsWith('/access_tokens')) return false
  const isGraphql = url.endsWith('/graphql')
  return !isGraphql || (typeof query === 'string' && query.trimStart().startsWith('mutation'))
}
