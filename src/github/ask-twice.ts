import { RequestError } from '@octokit/request-error'
import type { ProbotOctokit } from 'probot'

type Octokit = Pick<InstanceType<typeof ProbotOctokit>, 'hook'>

/**
 * An Octokit plugin: believes that something is not there only where GitHub says so twice, a second apart. What was
 * made a moment ago may not have reached every one of GitHub's servers, and to take it for gone would drop the job,
 * the command or the assignee that it is about. GitHub does nothing for a request that it answers like this.
 *
 * @param options.retry as of the retry plugin, which tells how long a second is
 */
export const askTwice = (octokit: Octokit, options: { retry?: { retryAfterBaseValue?: number } }): void => {
  const secondMs = options.retry?.retryAfterBaseValue ?? 1000
  octokit.hook.wrap('request', async (request, parameters) => {
    try {
      return await request(parameters)
    } catch (error) {
      if (!isNotFound(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, secondMs))
      return await request(parameters)
    }
  })
}

/** GitHub also has this status for answers that name what is missing, such as a label: those are facts. */
const isNotFound = (error: unknown): boolean =>
  error instanceof RequestError && error.status === 404 && error.message.startsWith('Not Found')
