import type { Repository, User } from '../views.ts'

/** Something GitHub tells the app: one event, before repository, sender and installation are added. */
export interface Happening {
  event: string
  payload: Record<string, unknown>
  /** API path of the repository, where it is not the one that was written to. */
  path?: string
}

/** A happening with its repository and whoever caused it. */
export interface Announcement extends Happening {
  repository: Repository
  sender: User
}
