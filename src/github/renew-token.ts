import { RequestError } from '@octokit/request-error'
import type { ProbotOctokit } from 'probot'
import { installationOf } from './installation.ts'

type Octokit = Pick<InstanceType<typeof ProbotOctokit>, 'hook' | 'auth'>

/**
 * An Octokit plugin: where GitHub no longer takes an installation's token, gets a new one and sends the request once
 * more. Octokit keeps a token for 59 minutes, whatever became of it, and GitHub does nothing for a token it refuses.
 */
export const renewToken = (octokit: Octokit, options: object): void => {
  // Requests of the app itself carry no token: each is signed anew.
  if (installationOf(options) === null) return
  octokit.hook.wrap('request', async (request, parameters) => {
    try {
      return await request(parameters)
    } catch (error) {
      if (!isRefusedToken(error) || parameters.url.endsWith('/access_tokens')) throw error
      await octokit.auth({ type: 'installation', refresh: true })
      return await request(parameters)
    }
  })
}

const isRefusedToken = (error: unknown): boolean => error instanceof RequestError && error.status === 401
