import type { FaultRule } from './faults.ts'
import type { Limits } from './rate-limits.ts'
import {
  fullPermissions,
  type LocalApp,
  type LocalPerson,
  type LocalRepository,
  type World,
} from './world.ts'

export interface LocalGitHubOptions {
  /** 0, the default, takes any free port. */
  port?: number
  /** Where webhooks go; without it they are only recorded. */
  webhookUrl?: string
  webhookSecret?: string
  app?: Partial<LocalApp>
  /** The organization (default `acme`). */
  owner?: string
  /** The repository of the stories (default `shop`). */
  repo?: string
  private?: boolean
  /** Further repositories of the organization. */
  repositories?: LocalRepository[]
  /** Logins with write access, or people in full. */
  users?: (string | LocalPerson)[]
  faults?: FaultRule[]
  /** Enforces GitHub's documented rate limits, or these; without it requests are only counted. */
  limits?: Limits | 'documented'
  /** Takes REST requests that the app never makes, too; without it they are refused, and `close` fails. */
  anyRequest?: boolean
  /** The story's clock; real time without it. */
  now?: () => Date
}

const DEFAULT_PEOPLE: LocalPerson[] = [
  { login: 'maya', name: 'Maya', permission: 'admin' },
  { login: 'jonas', name: 'Jonas' },
  { login: 'stranger', permission: 'none' },
]

/** Who and what the options describe. */
export const worldOf = (options: LocalGitHubOptions): World => ({
  owner: options.owner ?? 'acme',
  repositories: [
    { name: options.repo ?? 'shop', ...(options.private !== undefined && { private: options.private }) },
    ...(options.repositories ?? []),
  ],
  people: (options.users ?? DEFAULT_PEOPLE).map((user) =>
    typeof user === 'string' ? { login: user } : user,
  ),
  app: {
    id: 1001,
    slug: 'followthrough',
    installationId: 2002,
    permissions: fullPermissions,
    ...options.app,
  },
})
