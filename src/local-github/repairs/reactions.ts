/**
 * Reactions.
 * GitHub keeps one reaction of each kind per person on issues and comments: 201 for a new one, 200 for one that is there.
 * The emulator has none; they are kept here.
 */
import { failure, fields, invalid, json, match, type ApiRequest, type Repair } from '../api.ts'
import { readIfThere, type Core } from '../core.ts'
import type { User } from '../views.ts'
import { paged } from './lists.ts'

interface Reaction {
  id: number
  node_id: string
  user: Partial<User>
  content: string
  created_at: string
}

const CONTENTS = new Set(['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'])

const target = (request: ApiRequest): { subject: string; id: number | null } | null => {
  const { method } = request
  const found =
    match(request, `${method} /repos/:owner/:repo/issues/:number/reactions`) ??
    match(request, `${method} /repos/:owner/:repo/issues/comments/:comment/reactions`) ??
    match(request, `${method} /repos/:owner/:repo/issues/:number/reactions/:id`) ??
    match(request, `${method} /repos/:owner/:repo/issues/comments/:comment/reactions/:id`)
  if (!found) return null
  const [subject = ''] = request.path.split('/reactions')
  return { subject, id: 'id' in found ? Number(found.id) : null }
}

export const repairReactions = ({ world, emulator, actorOf, url }: Core): Repair => {
  const reactions = new Map<string, Reaction[]>()
  let lastId = 0

  const mayReact = (login: string): boolean => {
    const isPerson = world.people.some((person) => person.login === login)
    return (
      isPerson || world.app.permissions.issues === 'write' || world.app.permissions.pull_requests === 'write'
    )
  }

  return async (request, next) => {
    const asked = target(request)
    if (!asked) return next(request)
    if ((await readIfThere(next, `GET ${asked.subject}`, emulator.rootToken())) === null)
      return failure(404, 'Not Found')
    const present = reactions.get(asked.subject) ?? []
    if (request.method === 'GET') return paged(request, url, present)

    const login = actorOf(request.token)
    if (login === null) return failure(401, 'Requires authentication')
    if (!mayReact(login)) return failure(403, 'Resource not accessible by integration')
    if (request.method === 'DELETE') {
      reactions.set(
        asked.subject,
        present.filter(({ id }) => id !== asked.id),
      )
      return { status: 204, headers: {} }
    }
    const { content } = fields(request.body)
    if (typeof content !== 'string' || !CONTENTS.has(content))
      return invalid('Reaction', 'content', 'invalid')
    const same = present.find((reaction) => reaction.user.login === login && reaction.content === content)
    if (same) return json(200, same)
    const account = `GET /users/${encodeURIComponent(login)}`
    // The emulator makes the bot's account at the bot's first write there.
    const user = (await readIfThere<User>(emulator.send, account, emulator.rootToken())) ?? {
      login,
      type: 'Bot',
    }
    const id = ++lastId
    const reaction = { id, node_id: `R_${id}`, user, content, created_at: new Date().toISOString() }
    reactions.set(asked.subject, [...present, reaction])
    return json(201, reaction)
  }
}
