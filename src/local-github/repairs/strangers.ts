/**
 * People without write access.
 * GitHub lets anyone open an issue and comment in a public repository, but drops the labels, assignees and milestone that they
 * ask for, and lets them change only what is theirs. The emulator lets everyone change everything.
 */
import { failure, fields, match, type ApiRequest, type Next, type Repair } from '../api.ts'
import { read, type Core } from '../core.ts'
import type { Issue } from '../views.ts'

const OWN_THINGS = /^\/repos\/[^/]+\/[^/]+\/(?:issues\/\d+|issues\/comments\/\d+|pulls\/\d+)$/
const OPEN_TO_ALL = /^\/repos\/[^/]+\/[^/]+\/(?:issues\/\d+\/comments|pulls|forks|.*\/reactions(?:\/\d+)?)$/

export const repairStrangers = ({ world, emulator, actorOf }: Core): Repair => {
  const isTheirs = async (request: ApiRequest, next: Next, login: string): Promise<boolean> => {
    if (!OWN_THINGS.test(request.path)) return false
    const { user } = await read<Pick<Issue, 'user'>>(next, `GET ${request.path}`, emulator.rootToken())
    return user.login === login
  }

  return async (request, next) => {
    const login = actorOf(request.token)
    const person = world.people.find((one) => one.login === login)
    const isInOwnFork = request.path.startsWith(`/repos/${login ?? ''}/`)
    const mayWrite =
      person === undefined || isInOwnFork || !['none', 'read'].includes(person.permission ?? 'write')
    if (request.method === 'GET' || mayWrite || OPEN_TO_ALL.test(request.path)) return next(request)
    if (match(request, 'POST /repos/:owner/:repo/issues')) {
      const { title, body } = fields(request.body)
      return next({ ...request, body: { title, body } })
    }
    if (!(await isTheirs(request, next, person.login)))
      return failure(403, 'Must have admin rights to Repository.')
    const { title, body, state, state_reason: reason } = fields(request.body)
    return next({ ...request, body: { title, body, state, state_reason: reason } })
  }
}
