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

export const repairLabels =
  ({ emulator }: Core): Repair =>
  async (request, next) => {
    const creation = match(request, 'POST /repos/:owner/:repo/labels')
    const one = named(request)
    const many = listed(request)
    const target = creation ?? one ?? many
    if (!target) return next(request)

    const existing = await readAll<Label>(
      emulator.send,
      `${repositoryPath(target)}/labels`,
      emulator.rootToken(),
    ).catch(() => [])
    const spelled = (name: string): string =>
      existing.find((label) => label.name.toLowerCase() === name.toLowerCase())?.name ?? name
    // The first spelling of a new label is the one that it keeps.
    const distinct = (labels: unknown[]): string[] =>
      [
        ...new Map(
          labels.map((label) => [nameOf(label).toLowerCase(), spelled(nameOf(label))] as const).reverse(),
        ).values(),
      ].reverse()

    if (creation) {
      const { name } = fields(request.body)
      const taken =
        typeof name === 'string' && existing.some((label) => label.name.toLowerCase() === name.toLowerCase())
      return taken ? invalid('Label', 'name', 'already_exists') : next(request)
    }
    if (one) {
      const path =
        request.path.slice(0, request.path.lastIndexOf('/') + 1) + encodeURIComponent(spelled(one.name))
      return next({ ...request, path })
    }
    const body = Array.isArray(request.body) ? { labels: request.body as unknown[] } : fields(request.body)
    if (!Array.isArray(body.labels)) return next(request)
    const names = distinct(body.labels)
    for (const name of names.filter((wanted) => !existing.some((label) => label.name === wanted))) {
      const created = {
        ...request,
        method: 'POST',
        path: `${repositoryPath(target)}/labels`,
        body: { name, color: GREY },
      }
      await next(created)
    }
    return next({ ...request, body: { ...body, labels: names } })
  }
