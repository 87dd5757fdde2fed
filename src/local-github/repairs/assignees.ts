/**
 * Assignees.
 * GitHub assigns only people with access: `GET assignees` lists them, `GET assignees/{login}` answers 204 or 404, an issue
 * created or changed with anyone else fails with 422, and `POST issues/{n}/assignees` leaves anyone else out silently.
 * The emulator assigns any user, compares logins exactly, and has neither of the two reads.
 */
import { failure, fields, invalid, json, match, strings, type Repair } from '../api.ts'
import { readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Repository, User } from '../views.ts'
import { paged } from './lists.ts'

export const repairAssignees = ({ world, emulator, url }: Core): Repair => {
  const assignable = world.people.filter(({ permission }) => permission !== 'none')
  const find = (login: string): string | undefined =>
    assignable.find((person) => person.login.toLowerCase() === login.toLowerCase())?.login

  return async (request, next) => {
    const list = match(request, 'GET /repos/:owner/:repo/assignees')
    const one = match(request, 'GET /repos/:owner/:repo/assignees/:login')
    const target = list ?? one
    if (target) {
      const repository = await readIfThere<Repository>(next, `GET ${repositoryPath(target)}`, request.token)
      if (repository === null) return failure(404, 'Not Found')
      if (one) return find(one.login) ? { status: 204, headers: {} } : failure(404, 'Not Found')
      const users = assignable.map(({ login }) =>
        readIfThere<User>(emulator.send, `GET /users/${login}`, emulator.rootToken()),
      )
      return paged(request, url, await Promise.all(users))
    }

    const body = fields(request.body)
    if (!Array.isArray(body.assignees)) return next(request)
    const asked = strings(body.assignees)
    const found = asked.map(find).filter((login) => login !== undefined)
    if (
      match(request, 'POST /repos/:owner/:repo/issues') ??
      match(request, 'PATCH /repos/:owner/:repo/issues/:number')
    ) {
      const stranger = asked.find((login) => find(login) === undefined)
      if (stranger !== undefined) return invalid('Issue', 'assignees', 'invalid', stranger)
      return next({ ...request, body: { ...body, assignees: found } })
    }
    const addition = match(request, 'POST /repos/:owner/:repo/issues/:number/assignees')
    if (addition) {
      const response = await next({ ...request, body: { assignees: found } })
      return response.status === 200 ? json(201, response.body) : response
    }
    return next(
      match(request, 'DELETE /repos/:owner/:repo/issues/:number/assignees')
        ? { ...request, body: { assignees: found } }
        : request,
    )
  }
}
