/**
 * The events of an issue.
 * GitHub keeps `labeled`, `assigned`, `renamed`, `closed` and the like, those of the creation included, for pull requests too.
 * The emulator adds events that GitHub does not have (`opened`, `edited`), lacks those of the creation, and answers 404 for
 * pull requests.
 * Here: the events are kept from what the webhooks announce.
 */
import { fields, match, succeeded, type Repair } from '../api.ts'
import type { Core } from '../core.ts'
import type { Announcement } from '../webhooks/announcement.ts'
import { paged } from './lists.ts'

const KEPT = new Set([
  'labeled',
  'unlabeled',
  'assigned',
  'unassigned',
  'closed',
  'reopened',
  'milestoned',
  'demilestoned',
])

const titleBefore = (changes: unknown): string | null => {
  const { from } = fields(fields(changes).title)
  return typeof from === 'string' ? from : null
}

export interface IssueEvents {
  repair: (core: Core) => Repair
  record: (announcement: Announcement) => void
}

export const createIssueEvents = (now: () => Date): IssueEvents => {
  const events = new Map<string, object[]>()
  let lastId = 0

  return {
    record: ({ payload, repository, sender }) => {
      const subject = fields(payload.issue ?? payload.pull_request)
      const from = titleBefore(payload.changes)
      const event = from === null ? payload.action : 'renamed'
      if (from === null && !KEPT.has(String(event))) return
      const path = `/repos/${repository.full_name}/issues/${String(subject.number)}`
      const id = ++lastId
      const { label, assignee } = payload
      events.set(path, [
        ...(events.get(path) ?? []),
        {
          id,
          node_id: `E_${id}`,
          actor: sender,
          event,
          commit_id: null,
          created_at: now().toISOString(),
          ...(label !== undefined && { label }),
          ...(assignee !== undefined && { assignee }),
          ...(from !== null && { rename: { from, to: subject.title } }),
        },
      ])
    },
    repair:
      ({ url }) =>
      async (request, next) => {
        const asked = match(request, 'GET /repos/:owner/:repo/issues/:number/events')
        if (!asked || asked.number === 'comments') return next(request)
        const issue = await next({
          ...request,
          path: request.path.replace(/\/events$/, ''),
          query: new URLSearchParams(),
        })
        return succeeded(issue)
          ? paged(request, url, events.get(request.path.replace(/\/events$/, '')) ?? [])
          : issue
      },
  }
}
