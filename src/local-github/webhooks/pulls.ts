import { match } from '../api.ts'
import { repositoryPath } from '../core.ts'
import type { Pull, Repository } from '../views.ts'
import type { Happening } from './announcement.ts'
import { checkRunInFull, type CheckRun } from './check-run.ts'
import type { Look, Observer } from './observer.ts'

const announce = async (
  look: Look,
  path: string,
  number: number | string,
  action: string,
  more: object = {},
): Promise<Happening[]> => {
  const pull = await look<Pull>(`GET ${path}/pulls/${number}`)
  return pull
    ? [{ event: 'pull_request', payload: { action, number: pull.number, pull_request: pull, ...more } }]
    : []
}

/** Watches pull requests being opened, merged, pointed at another base, and made ready or a draft; the rest is seen with the issues. */
export const observePulls: Observer = async (request, look) => {
  const opened = match(request, 'POST /repos/:owner/:repo/pulls')
  if (opened) return ({ body }) => announce(look, repositoryPath(opened), (body as Pull).number, 'opened')
  const merged = match(request, 'PUT /repos/:owner/:repo/pulls/:number/merge')
  if (merged) return () => announce(look, repositoryPath(merged), merged.number, 'closed')
  const changed = match(request, 'PATCH /repos/:owner/:repo/pulls/:number')
  if (!changed) return null
  const path = repositoryPath(changed)
  const before = await look<Pull>(`GET ${path}/pulls/${changed.number}`)
  return async ({ body }) => {
    const after = body as Pull
    if (before === null) return []
    const { ref, sha } = before.base
    const base = { base: { ref: { from: ref }, sha: { from: sha } } }
    return [
      ...(ref !== after.base.ref
        ? await announce(look, path, changed.number, 'edited', { changes: base })
        : []),
      ...(before.draft && !after.draft ? await announce(look, path, changed.number, 'ready_for_review') : []),
      ...(!before.draft && after.draft
        ? await announce(look, path, changed.number, 'converted_to_draft')
        : []),
    ]
  }
}

/** Watches someone asking for a check run again: GitHub announces the run as it was. */
export const observeChecks: Observer = async (request, look) => {
  const again = match(request, 'POST /repos/:owner/:repo/check-runs/:id/rerequest')
  if (!again) return null
  const path = repositoryPath(again)
  const [run, repository] = [
    await look<CheckRun>(`GET ${path}/check-runs/${again.id}`),
    await look<Repository>(`GET ${path}`),
  ]
  if (run === null || repository === null) return null
  const payload = { action: 'rerequested', check_run: checkRunInFull(run, repository.owner) }
  return () => Promise.resolve([{ event: 'check_run', payload }])
}
