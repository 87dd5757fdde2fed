import { failure, match, type ApiRequest, type ApiResponse, type Next } from './api.ts'
import { read, repositoryPath, requestFor, UnexpectedAnswer } from './core.ts'
import { assemble, type Parts } from './assemble.ts'
import { answerQuery } from './graphql/endpoint.ts'
import { createLock } from './lock.ts'
import { answerPage } from './pages/pages.ts'

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

/** What was not found while answering is not found; anything else is a defect of the local GitHub, and says so. */
const asFailure = (error: unknown): ApiResponse => {
  if (error instanceof URIError) return failure(400, 'Bad Request')
  return error instanceof UnexpectedAnswer && error.response.status < 500
    ? error.response
    : failure(500, String(error))
}

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
