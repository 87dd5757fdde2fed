/**
 * Permissions and installations.
 * GitHub words a collaborator's permission `admin`, `write`, `read` or `none`, also for strangers; the emulator says `push`
 * and answers 404 for strangers. GitHub lists an installation's repositories; the emulator does not.
 */
import { failure, json, match, type Repair } from '../api.ts'
import { readIfThere, repositoryPath, type Core } from '../core.ts'
import type { Repository, User } from '../views.ts'

export const repairPermissions =
  ({ world, emulator, actorOf }: Core): Repair =>
  async (request, next) => {
    const asked = match(request, 'GET /repos/:owner/:repo/collaborators/:login/permission')
    if (asked) {
      const repository = await readIfThere<Repository>(next, `GET ${repositoryPath(asked)}`, request.token)
      const user = await readIfThere<User>(
        emulator.send,
        `GET /users/${encodeURIComponent(asked.login)}`,
        emulator.rootToken(),
      )
      if (repository === null || user === null) return failure(404, 'Not Found')
      const person = world.people.find(({ login }) => login === user.login)
      const granted = person ? (person.permission ?? 'write') : 'none'
      const permission = granted === 'none' && !repository.private ? 'read' : granted
      return json(200, { permission, role_name: permission, user })
    }
    if (match(request, 'GET /installation/repositories')) {
      if (actorOf(request.token) !== `${world.app.slug}[bot]`)
        return failure(403, 'You must authenticate with an installation access token')
      const paths = world.repositories.map(({ name }) => repositoryPath({ owner: world.owner, repo: name }))
      const repositories = await Promise.all(
        paths.map((path) => readIfThere<Repository>(next, `GET ${path}`, request.token)),
      )
      return json(200, { total_count: repositories.length, repository_selection: 'all', repositories })
    }
    return next(request)
  }
