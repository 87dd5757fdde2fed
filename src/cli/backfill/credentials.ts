import { getPrivateKey } from '@probot/get-private-key'
import type { AppKey } from '../../github/app-key.ts'

/** Whom the command acts for, and on which GitHub. */
export interface Credentials {
  /** A token, or the key of the app. */
  token: string | AppKey
  /** Base address of GitHub's REST API. */
  apiUrl: string
}

/**
 * Reads the credentials from the environment; the app's come before a token.
 *
 * @param folder where a relative `PRIVATE_KEY_PATH` starts
 * @returns the credentials, or a sentence that says what is missing; it quotes none of them
 */
export const readCredentials = (
  env: Record<string, string | undefined>,
  folder: string,
): Credentials | { problem: string } => {
  const {
    APP_ID: appId = '',
    GITHUB_TOKEN: token = '',
    GITHUB_API_URL: apiUrl = 'https://api.github.com',
  } = env
  if (!/^https?:$/.test(URL.parse(apiUrl)?.protocol ?? ''))
    return { problem: 'GITHUB_API_URL must be an address such as https://github.example.com/api/v3.' }
  if (appId === '')
    return token === ''
      ? {
          problem:
            'Neither GITHUB_TOKEN nor APP_ID is set. Run the command with --help to see what it takes.',
        }
      : { token, apiUrl }
  const privateKey = privateKeyOf(env, folder)
  if (!/^\d+$/.test(appId)) return { problem: 'APP_ID must be the number of the app.' }
  if (privateKey === null)
    return { problem: 'PRIVATE_KEY or PRIVATE_KEY_PATH must give the private key of the app, in PEM format.' }
  return { token: { appId: Number(appId), privateKey }, apiUrl }
}

const privateKeyOf = (env: Record<string, string | undefined>, folder: string): string | null => {
  try {
    return getPrivateKey({ env, cwd: folder })
  } catch {
    // The library's message may quote what it could not read.
    return null
  }
}
