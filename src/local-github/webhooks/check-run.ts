import type { User } from '../views.ts'

/** A check run as the API shows it. */
export interface CheckRun {
  head_sha: string
  html_url: string | null
  details_url: string | null
  started_at: string | null
  completed_at: string | null
  status: string
  conclusion: string | null
  pull_requests: object[]
  check_suite: object
  app: { slug: string }
}

/**
 * A check run as payloads show it, with its suite and its app in full. Of both the emulator knows hardly more than the name.
 *
 * @param owner whose app it is
 */
export const checkRunInFull = (run: CheckRun, owner: User): object => {
  const began = run.started_at ?? run.completed_at ?? new Date(0).toISOString()
  const times = { created_at: began, updated_at: run.completed_at ?? began }
  const address = run.html_url ?? ''
  const app = {
    node_id: `A_${run.app.slug}`,
    owner,
    description: null,
    external_url: address,
    html_url: address,
    ...times,
    ...run.app,
  }
  const { status, conclusion, head_sha: after, pull_requests } = run
  return {
    ...run,
    started_at: began,
    details_url: run.details_url ?? address,
    app,
    check_suite: {
      status,
      conclusion,
      before: null,
      after,
      pull_requests,
      app,
      ...times,
      ...run.check_suite,
    },
  }
}
