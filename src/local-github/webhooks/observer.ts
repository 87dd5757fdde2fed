import { succeeded, type ApiRequest, type ApiResponse, type Repair } from '../api.ts'
import { readIfThere, repositoryPath } from '../core.ts'
import type { Repository, User } from '../views.ts'
import type { Announcement, Happening } from './announcement.ts'

/** Reads as the local GitHub itself; null for what is not there. */
export type Look = <T>(call: string) => Promise<T | null>

/**
 * Watches one kind of write.
 *
 * @param owner the organization that installed the app
 * @returns null where the request is of another kind; else what to ask after the effect
 */
export type Observer = (
  request: ApiRequest,
  look: Look,
  owner: string,
) => Promise<((response: ApiResponse) => Promise<Happening[]>) | null>

const repositoryOf = (path: string): string | null => {
  const [, first, owner, repo] = path.split('/')
  return first === 'repos' && owner && repo
    ? repositoryPath({ owner: decodeURIComponent(owner), repo: decodeURIComponent(repo) })
    : null
}

/** Payloads show people as lists do, without their profile. */
const inBrief = (user: User): User =>
  Object.fromEntries(
    Object.entries(user).filter(([key]) =>
      /^(?:login|id|node_id|gravatar_id|type|site_admin|.*url)$/.test(key),
    ),
  ) as unknown as User

/**
 * Webhooks.
 * GitHub announces every effect with a full payload, `changes` with the old values, and a UUID as delivery id.
 * The emulator announces few of them: no push on merge, `changes: { title: true }`, times as delivery ids.
 * Here: the emulator's own webhooks stay off; each write is compared before and after, and the differences are announced.
 *
 * @param owner the organization that installed the app
 * @param announce receives announcements in the order of their effects
 */
export const observe =
  (
    owner: string,
    observers: Observer[],
    rootToken: () => string,
    actorOf: (token: string | undefined) => string | null,
    announce: (announcement: Announcement) => void,
  ): Repair =>
  async (request, next) => {
    const path = repositoryOf(request.path)
    if (request.method === 'GET' || request.method === 'HEAD' || path === null) return next(request)
    const look = <T>(call: string): Promise<T | null> => readIfThere<T>(next, call, rootToken())
    const watches = (await Promise.all(observers.map((observer) => observer(request, look, owner)))).filter(
      (watch) => watch !== null,
    )
    const response = await next(request)
    if (watches.length === 0 || !succeeded(response)) return response
    const happenings: Happening[] = []
    for (const watch of watches) happenings.push(...(await watch(response)))
    if (happenings.length === 0) return response
    const sender = await look<User>(`GET /users/${encodeURIComponent(actorOf(request.token) ?? 'ghost')}`)
    const repositories = new Map<string, Repository | null>()
    for (const { event, payload, path: elsewhere = path } of happenings) {
      const repository = repositories.get(elsewhere) ?? (await look<Repository>(`GET ${elsewhere}`))
      repositories.set(elsewhere, repository)
      // The app is not installed in forks.
      if (repository?.owner.login === owner && sender)
        announce({ event, payload, repository, sender: inBrief(sender) })
    }
    return response
  }
