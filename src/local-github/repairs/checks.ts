/**
 * Check runs.
 * GitHub takes at most 50 annotations in a request, appends those of an update to the ones before, lists them as a bare array
 * with all their fields, and names the app that made the run.
 * The emulator takes any number, replaces them, drops titles and columns, lists them inside an object, and names no app.
 * Here: annotations are kept here.
 */
import { failure, fields, match, succeeded, type Repair } from '../api.ts'
import type { Core } from '../core.ts'
import { paged } from './lists.ts'

const MAX_ANNOTATIONS = 50

interface CheckRun {
  id: number
  url: string
  output: object
}

export const repairChecks = ({ world, url }: Core): Repair => {
  const annotations = new Map<number, object[]>()
  const { id, slug } = world.app
  const app = { id, slug, name: slug }

  const dressed = (run: CheckRun): object => {
    const { length: count } = annotations.get(run.id) ?? []
    return {
      ...run,
      app,
      output: { ...run.output, annotations_count: count, annotations_url: `${run.url}/annotations` },
    }
  }

  return async (request, next) => {
    const listed = match(request, 'GET /repos/:owner/:repo/check-runs/:id/annotations')
    if (listed) {
      const response = await next(request)
      return succeeded(response) ? paged(request, url, annotations.get(Number(listed.id)) ?? []) : response
    }
    const runs = match(request, 'GET /repos/:owner/:repo/commits/:ref/check-runs')
    if (runs) {
      const response = await next(request)
      const { check_runs: found } = fields(response.body)
      return Array.isArray(found)
        ? { ...response, body: { ...fields(response.body), check_runs: (found as CheckRun[]).map(dressed) } }
        : response
    }
    const one =
      match(request, 'POST /repos/:owner/:repo/check-runs') ??
      match(request, `${request.method} /repos/:owner/:repo/check-runs/:id`)
    if (!one) return next(request)
    const { annotations: added } = fields(fields(request.body).output)
    const fresh = Array.isArray(added) ? (added as object[]) : []
    if (fresh.length > MAX_ANNOTATIONS) {
      return failure(
        422,
        `Invalid request.\n\nNo more than ${MAX_ANNOTATIONS} items are allowed; ${fresh.length} were supplied.`,
      )
    }
    const response = await next(request)
    if (!succeeded(response)) return response
    const run = response.body as CheckRun
    annotations.set(run.id, [...(annotations.get(run.id) ?? []), ...fresh])
    return { ...response, body: dressed(run) }
  }
}
