import { chain, failure, match, type ApiRequest, type ApiResponse, type Next } from './api.ts'
import { read, repositoryPath, requestFor, UnexpectedAnswer, type Core } from './core.ts'
import type { Emulator } from './emulator.ts'
import { answerQuery } from './graphql/endpoint.ts'
import { createLock } from './lock.ts'
import { answerPage } from './pages/pages.ts'
import { repairAssignees } from './repairs/assignees.ts'
import { repairChecks } from './repairs/checks.ts'
import { createClock } from './repairs/clock.ts'
import { repairComments } from './repairs/comments.ts'
import { repairCommits } from './repairs/commits.ts'
import { repairContents } from './repairs/contents.ts'
import { repairHookDeliveries } from './repairs/hook-deliveries.ts'
import { repairIssues } from './repairs/issues.ts'
import { repairLabels } from './repairs/labels.ts'
import { repairLimits } from './repairs/limits.ts'
import { repairPermissions } from './repairs/permissions.ts'
import { repairPulls } from './repairs/pulls.ts'
import { repairReactions } from './repairs/reactions.ts'
import { repairRemovals } from './repairs/removals.ts'
import { createTokens } from './repairs/tokens.ts'
import { observeBranches, observePulls } from './webhooks/branches.ts'
import { observeComments, observeIssues } from './webhooks/issues.ts'
import type { Deliveries } from './webhooks/deliveries.ts'
import { observe } from './webhooks/observer.ts'
import type { World } from './world.ts'

interface Parts {
  world: World
  url: string
  emulator: Emulator
  deliveries: Deliveries
  now?: () => Date
}

export interface GitHub {
  /** Answers any request: REST, GraphQL or page. */
  handle: (request: ApiRequest) => Promise<ApiResponse>
  as: (login: string, call: string, body?: unknown) => Promise<ApiResponse>
  tokenFor: (login: string) => Promise<string>
  actorOf: (token: string | undefined) => string | null
  revokeInstallationTokens: () => void
  /** Gives people their permissions; once after start. */
  populate: () => Promise<void>
  reset: () => Promise<void>
}

const PERMISSIONS = { admin: 'admin', write: 'push', read: 'pull' }

/** The emulator with all repairs around it. The order matters: webhooks see repaired states, the clock translates all. */
const assemble = ({ world, url, emulator, deliveries, now }: Parts) => {
  const tokens = createTokens(world, emulator)
  const core: Core = {
    world,
    url,
    emulator,
    announce: deliveries.announce,
    state: { removed: new Map(), minimized: new Map() },
    actorOf: tokens.actorOf,
    tokenFor: tokens.tokenFor,
  }
  const api = chain(
    [
      observe(
        [observeBranches, observePulls, observeIssues, observeComments],
        emulator.rootToken,
        tokens.actorOf,
        deliveries.announce,
      ),
      createClock(now),
      tokens.repair,
      repairLimits,
      repairRemovals(core),
      repairAssignees(core),
      repairLabels(core),
      repairReactions(core),
      repairChecks(core),
      repairHookDeliveries(core, deliveries),
      repairPermissions(core),
      repairIssues(core),
      repairCommits(core),
      repairComments(core),
      repairPulls(core),
      repairContents,
    ],
    emulator.send,
  )
  return { tokens, core, api }
}

/** What was not found while answering is not found; anything else is a defect of the local GitHub, and says so. */
const asFailure = (error: unknown): ApiResponse =>
  error instanceof UnexpectedAnswer && error.response.status < 500
    ? error.response
    : failure(500, String(error))

/** Puts the local GitHub together. */
export const createGitHub = (parts: Parts): GitHub => {
  const { world, emulator } = parts
  let github = assemble(parts)
  let lock = createLock()

  const rest: Next = (request) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? github.api(request)
      : lock(() => github.api(request))

  const handle = async (request: ApiRequest): Promise<ApiResponse> => {
    if (match(request, 'POST /graphql')) return answerQuery(request, rest, github.core)
    return (await answerPage(request, rest, github.core)) ?? rest(request)
  }

  const populate = async (): Promise<void> => {
    for (const { name } of world.repositories) {
      for (const { login, permission = 'write' } of world.people) {
        if (permission === 'none') continue
        const path = `${repositoryPath({ owner: world.owner, repo: name })}/collaborators/${login}`
        await read(emulator.send, `PUT ${path}`, emulator.rootToken(), {
          permission: PERMISSIONS[permission],
        })
      }
    }
  }

  return {
    handle: (request) => handle(request).catch(asFailure),
    as: async (login, call, body) => handle(requestFor(call, await github.tokens.tokenFor(login), body)),
    tokenFor: (login) => github.tokens.tokenFor(login),
    actorOf: (token) => github.tokens.actorOf(token),
    revokeInstallationTokens: () => {
      github.tokens.revokeInstallationTokens()
    },
    populate,
    reset: async () => {
      emulator.reset()
      github = assemble(parts)
      lock = createLock()
      await populate()
    },
  }
}
