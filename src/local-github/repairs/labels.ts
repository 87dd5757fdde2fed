/**
 * Labels.
 * GitHub compares label names without regard to case: `Bug` and `bug` are one label, and a filter finds both spellings.
 * The emulator compares exactly, and answers a second creation without saying which field is at fault.
 * Here: names in requests take the spelling of the existing label; a second creation fails with `already_exists`.
 */
import { fields, invalid, match, type ApiRequest, type Repair } from '../api.ts'
import { readAll, repositoryPath, type Core } from '../core.ts'
import type { Label } from '../views.ts'

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
    const distinct = (labels: unknown[]): string[] => [
      ...new Map(labels.map((label) => [nameOf(label).toLowerCase(), spelled(nameOf(label))])).values(),
    ]

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
    if (Array.isArray(request.body)) return next({ ...request, body: { labels: distinct(request.body) } })
    const { labels } = fields(request.body)
    return next(
      Array.isArray(labels)
        ? { ...request, body: { ...fields(request.body), labels: distinct(labels) } }
        : request,
    )
  }
