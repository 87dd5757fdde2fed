import { getPrivateKey } from '@probot/get-private-key'
import type { Logger } from 'pino'
import { Probot } from 'probot'
import { connectApp, type GitHubApp } from '../github/app.ts'
import { createFetch } from '../github/fetch.ts'
import { createOctokitClass } from '../github/octokit.ts'
import { RetryableError } from '../jobs/errors.ts'
import { readVariables } from './environment.ts'
import { meterFetch } from './meter-fetch.ts'
import type { Meter } from './metrics.ts'
import { readSecrets } from './secrets.ts'

/** A client of GitHub as the app itself. */
export type AppClient = Awaited<ReturnType<Probot['auth']>>

export interface Connection {
  app: GitHubApp
  client: AppClient
}

/**
 * Makes the function that connects to GitHub as the app. A connection is kept until the secrets change, one that failed
 * is tried again by the next call.
 *
 * @returns a function that throws RetryableError, also where a person must set something right: jobs wait for that
 */
export const createConnect = (log: Logger, meter: Meter): (() => Promise<Connection>) => {
  const { SECRETS_PATH, APP_SLUG, GITHUB_API_URL, WRITE_INTERVAL_MS } = readVariables(process.env, [
    'SECRETS_PATH',
    'APP_SLUG',
    'GITHUB_API_URL',
    'WRITE_INTERVAL_MS',
  ])
  const Octokit = createOctokitClass({ writeIntervalMs: WRITE_INTERVAL_MS })
  let current: { key: string; connection: Connection } | null = null

  const connect = async (appId: string, privateKey: string): Promise<Connection> => {
    const probot = new Probot({
      appId,
      // It may have been put with its line breaks written as \\n, or in base64.
      privateKey: getPrivateKey({ env: { PRIVATE_KEY: privateKey } }) ?? privateKey,
      baseUrl: GITHUB_API_URL,
      Octokit,
      log,
      request: { fetch: meterFetch(createFetch(), meter) },
    })
    const app = await connectApp(probot)
    // The webhook function tells the app's own events by this name without asking GitHub.
    if (app.botLogin !== `${APP_SLUG}[bot]`)
      throw new Error(`The parameter appSlug is "${APP_SLUG}", but the app is ${app.botLogin}.`)
    return { app, client: await probot.auth() }
  }

  return async () => {
    try {
      const secrets = await readSecrets(SECRETS_PATH, ['app-id', 'private-key'])
      const key = JSON.stringify(secrets)
      if (current?.key !== key)
        current = { key, connection: await connect(secrets['app-id'], secrets['private-key']) }
      return current.connection
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new RetryableError(`The app could not connect to GitHub: ${why}`, { cause })
    }
  }
}
