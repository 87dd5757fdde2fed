import type { Probot } from 'probot'
import type { GitHub, Installations } from '../jobs/ports.ts'
import { toJobError } from './errors.ts'
import { createGitHub } from './index.ts'
import { listInstallations } from './installations.ts'

/** GitHub as the app itself sees it, from which it enters its installations. */
export interface GitHubApp {
  /** The app's own login, `slug[bot]`. */
  botLogin: string
  /** GitHub as one installation sees it, with that installation's token only. */
  installation: (id: number) => Promise<GitHub>
  installations: Installations
}

/**
 * Asks GitHub who the app is, and so finds out at once whether its credentials are right.
 *
 * @param probot with an Octokit of `createOctokitClass`
 * @throws RetryableError, PermanentError
 */
export const connectApp = async (probot: Pick<Probot, 'auth'>): Promise<GitHubApp> => {
  const botLogin = await readBotLogin(probot)
  return {
    botLogin,
    async installation(id) {
      return createGitHub(await probot.auth(id), { botLogin })
    },
    installations: listInstallations((id) => probot.auth(id)),
  }
}

const readBotLogin = async (probot: Pick<Probot, 'auth'>): Promise<string> => {
  try {
    const client = await probot.auth()
    const { data } = await client.rest.apps.getAuthenticated()
    return `${data?.slug ?? ''}[bot]`
  } catch (error) {
    throw toJobError(error)
  }
}
