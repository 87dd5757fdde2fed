/**
 * Check runs.
 * GitHub takes at most 50 annotations in a request, appends those of an update to the ones before, lists them as a bare array
 * with all their fields, and names the app that made the run and the open pull requests of its commit, those of forks left out.
 * The emulator takes any number, replaces them, drops titles and columns, lists them inside an object, and names neither.
 * Here: annotations are kept here.
 */
import { failure, fields, match, succeeded, type Next, type Repair } from '../api.ts'
import { readAll, repositoryPath, type Core } from '../core.ts'
import type { Pull } from '../views.ts'
import { paged } from './lists.ts'

const MAX_ANNOTATIONS = 50

const tooMany = (count: number): string =>
  `Invalid request.\n\nNo more than ${MAX_ANNOTATIONS} items are allowed; ${count} were supplied.`

interface CheckRun {
  id: number
  url: string
  head_sha: string
  output: object
}

export const repairChecks = ({ world, emulator, url }: Core): Repair => {
  const annotations = new Map<number, object[]>()
  const { id, slug } = world.app
  const app = { id, slug, name: slug }

  const pullsOf = async (next: Next, path: string, sha: string): Promise<object[]> => {
    const open = await readAll<Pull>(next, `${path}/pulls?state=open`, emulator.rootToken())
    return open
      .filter(({ head, base }) => head.sha === sha && head.repo?.full_name === base.repo?.full_name)
      .map(({ id: pullId, number, url: address, head, base }) => ({
        id: pullId,
        number,
        url: address,
        head,
        base,
      }))
  }

  const dressed = async (next: Next, path: string, run: CheckRun): Promise<object> => {
    const { length: count } = annotations.get(run.id) ?? []
    const output = { ...run.output, annotations_count: count, annotations_url: `${run.url}/annotations` }
    return { ...run, app, output, pull_requests: await pullsOf(next, path, run.head_sha) }
  }

  return async (request, next) => {
    const listed = match(request, 'GET /repos/:owner/:repo/check-runs/:id/annotations')
    if (listed) {
      const response = await next(request)
      return succeeded(response) ? paged(request, url, annotations.get(Number(listed.id)) ?? []) : response
    }
    const ofCommit = match(request, 'GET /repos/:owner/:repo/commits/:ref/check-runs')
    const one =
      match(request, 'POST /repos/:owner/:repo/check-runs') ??
      match(request, `${request.method} /repos/:owner/:repo/check-runs/:id`)
    const target = ofCommit ?? one
    if (!target) return next(request)
    const { annotations: added } = fields(fields(request.body).output)
    const fresh = Array.isArray(added) ? (added as object[]) : []
    if (fresh.length > MAX_ANNOTATIONS) return failure(422, tooMany(fresh.length))
    const response = await next(request)
    if (!succeeded(response)) return response
    const path = repositoryPath(target)
    if (ofCommit) {
      const { check_runs: runs, ...rest } = response.body as { check_runs: CheckRun[] }
      return {
        ...response,
        body: { ...rest, check_runs: await Promise.all(runs.map((run) => dressed(next, path, run))) },
      }
    }
    const run = response.body as CheckRun
    annotations.set(run.id, [...(annotations.get(run.id) ?? []), ...fresh])
    return { ...response, body: await dressed(next, path, run) }
  }
}
