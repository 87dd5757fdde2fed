import { createAppAuth } from '@octokit/auth-app'
import type { RepositoryName } from '../jobs/ports.ts'
import type { Client } from './client.ts'

/** By which the app proves who it is. Within an installation it gets tokens, which live for an hour and are renewed. */
export interface AppKey {
  appId: number
  privateKey: string
  installationId?: number
}

/** What an Octokit needs to act for somebody. */
export const authenticationOf = (
  identity: string | AppKey,
): { auth: string | AppKey; authStrategy?: typeof createAppAuth } =>
  typeof identity === 'string' ? { auth: identity } : { auth: identity, authStrategy: createAppAuth }

/**
 * Enters the installation that reaches a repository.
 *
 * @param client that acts for the app itself
 * @throws an Octokit error of status 404 where the app is not installed there
 */
export const findInstallation = async (
  client: Client,
  key: AppKey,
  repository: RepositoryName,
): Promise<AppKey> => {
  const { data } = await client.rest.apps.getRepoInstallation({ ...repository })
  return { ...key, installationId: data.id }
}
