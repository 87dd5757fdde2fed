/**
 * Labels.
 * GitHub compares label names without regard to case: `Bug` and `bug` are one label, and a filter finds both spellings.
 * A label put on an issue before it exists is created grey.
 * The emulator compares exactly, answers a second creation without saying which field is at fault, and gives some of the
 * labels that it creates on use a colour of its own.
 * Here: names in requests take the spelling of the existing label; a second creation fails with `already_exists`; labels
 * used for the first time are created grey beforehand.
 */
import { fields, invalid, match, type ApiRequest, type Repair } from '../api.ts'
import { readAll, repositoryPath, type Core } from '../core.ts'
import type { Label } from '../views.ts'

const GREY = 'ededed'

/** GitHub takes a label as a name or as an object that has one. */
const nameOf = (label: unknown): string => (typeof label === 'string' ? label : String(fields(label).name))

const named = (request: ApiRequest) =>
  match(request, 'GET /repos/:owner/:repo/labels/:name') ??
  match(request, 'PATCH /repos/:owner/:repo/labels/:name') ??
  match(request, 'DELETE /repos/:owner/:repo/labels/:name') ??
  match(request, 'DELETE /repos/:owner/:repo/issues/:number/labels/:name')

const listed = (request: ApiRequest) =>
  match(request, 'POST /repos/:owner/:repo/issues') ??
  match(request, 'PATCH /repos/:owner/:repo/issues/:number') ??
  match(request, 'POST /repos/:owner/:repo/issues/:number/labels') ??
  match(request, 'PUT /repos/:owner/:repo/issues/:number/labels')

/** The labels asked for; null where the request names none. */
const asked = (body: unknown): string[] | null => {
  const labels: unknown = Array.isArray(body) ? body : fields(body).labels
  return Array.isArray(labels) ? labels.map(nameOf) : null
}

const same = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase()

export const repairLabels =
  ({ emulator }: Core): Repair =>
  async (request, next) => {
    const creation = match(request, 'POST /repos/:owner/:repo/labels')
    const one = named(request)
    const many = asked(request.body) && listed(request)
    const target = creation ?? one ?? many
    if (!target) return next(request)
    const path = `${repositoryPath(target)}/labels`
    const existing = await readAll<Label>(emulator.send, path, emulator.rootToken()).catch(() => [])
    const find = (name: string): string | undefined => existing.find((label) => same(label.name, name))?.name

    if (creation) {
      const isTaken = find(nameOf(request.body)) !== undefined
      return isTaken ? invalid('Label', 'name', 'already_exists') : next(request)
    }
    if (one) {
      const parent = request.path.slice(0, request.path.lastIndexOf('/'))
      return next({ ...request, path: `${parent}/${encodeURIComponent(find(one.name) ?? one.name)}` })
    }
    const labels: string[] = []
    for (const name of asked(request.body) ?? []) {
      if (labels.some((label) => same(label, name))) continue
      labels.push(find(name) ?? name)
      if (find(name) === undefined)
        await next({ ...request, method: 'POST', path, body: { name, color: GREY } })
    }
    const body = Array.isArray(request.body) ? {} : fields(request.body)
    return next({ ...request, body: { ...body, labels } })
  }
