/** A person with an account. */
export interface LocalPerson {
  login: string
  name?: string
  /** What they may do in the repositories; `none` is a stranger, who can still read and comment where it is public. */
  permission?: 'admin' | 'write' | 'read' | 'none'
}

export interface LocalRepository {
  name: string
  private?: boolean
}

export interface LocalApp {
  id: number
  slug: string
  installationId: number
  /** Permissions of the installation, as in the App's manifest. */
  permissions: Record<string, 'read' | 'write'>
}

/** Who and what exists when the local GitHub starts, and again after `reset()`. */
export interface World {
  /** The organization that owns the repositories and installed the app. */
  owner: string
  /** The first one is the repository of the stories. */
  repositories: LocalRepository[]
  people: LocalPerson[]
  app: LocalApp
}

/** The personal access token of a person. */
export const tokenOf = (login: string): string => `token-of-${login}`

/** A person's token, and further ones for when the emulator has counted too many requests with it. */
export const spareTokensOf = (login: string): string[] => [
  tokenOf(login),
  ...Array.from({ length: 50 }, (_, index) => `${tokenOf(login)}.${index + 1}`),
]

/** Permissions that let the app do everything it can do. */
export const fullPermissions: LocalApp['permissions'] = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
}
