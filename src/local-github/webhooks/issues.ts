import { match, type ApiRequest } from '../api.ts'
import { repositoryPath } from '../core.ts'
import type { Issue, Label, Pull, User } from '../views.ts'
import type { Happening } from './announcement.ts'
import type { Observer } from './observer.ts'

const missingFrom = <T extends { id: number }>(entries: T[], others: T[]): T[] =>
  entries.filter(({ id }) => !others.some((other) => other.id === id))

/**
 * What GitHub announces when an issue goes from one state to another, each change as its own event.
 *
 * @param subject the key and value of the payload's subject: `issue`, or `pull_request` with `number`
 */
export const issueChanges = (before: Issue, after: Issue, event: string, subject: object): Happening[] => {
  const happened = (action: string, more: object = {}): Happening => ({
    event,
    payload: { action, ...subject, ...more },
  })
  const labels = (from: Label[], to: Label[], action: string) =>
    missingFrom(to, from).map((label) => happened(action, { label }))
  const assignees = (from: User[], to: User[], action: string) =>
    missingFrom(to, from).map((assignee) => happened(action, { assignee }))
  const edited = {
    ...(before.title !== after.title && { title: { from: before.title } }),
    ...(before.body !== after.body && { body: { from: before.body ?? '' } }),
  }
  const state =
    before.state === after.state ? [] : [happened(after.state === 'closed' ? 'closed' : 'reopened')]
  const milestone =
    before.milestone?.number === after.milestone?.number
      ? []
      : [
          happened(after.milestone ? 'milestoned' : 'demilestoned', {
            milestone: after.milestone ?? before.milestone,
          }),
        ]
  return [
    ...(Object.keys(edited).length > 0 ? [happened('edited', { changes: edited })] : []),
    ...labels(after.labels, before.labels, 'unlabeled'),
    ...labels(before.labels, after.labels, 'labeled'),
    ...assignees(after.assignees, before.assignees, 'unassigned'),
    ...assignees(before.assignees, after.assignees, 'assigned'),
    ...milestone,
    ...state,
  ]
}

/** A creation announces the issue, then each label and assignee that it was created with. */
const creation = (issue: Issue): Happening[] => {
  const happened = (action: string, more: object = {}): Happening => ({
    event: 'issues',
    payload: { action, issue, ...more },
  })
  return [
    happened('opened'),
    ...issue.labels.map((label) => happened('labeled', { label })),
    ...issue.assignees.map((assignee) => happened('assigned', { assignee })),
  ]
}

const changedIssue = (request: ApiRequest) => {
  const whole =
    match(request, 'PATCH /repos/:owner/:repo/issues/:number') ??
    match(request, 'PATCH /repos/:owner/:repo/pulls/:number')
  if (whole) return whole
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const part = match(request, `${method} /repos/:owner/:repo/issues/:number/:part*`)
    if (part && /^(labels|assignees)\b/.test(part.part)) return part
  }
  return null
}

/** Watches issues and the issue side of pull requests. */
export const observeIssues: Observer = async (request, look) => {
  if (match(request, 'POST /repos/:owner/:repo/issues'))
    return ({ body }) => Promise.resolve(creation(body as Issue))
  const target = changedIssue(request)
  if (!target || target.number === 'comments') return null
  const path = repositoryPath(target)
  const before = await look<Issue>(`GET ${path}/issues/${target.number}`)
  if (before === null) return null
  return async () => {
    const after = await look<Issue>(`GET ${path}/issues/${target.number}`)
    if (after === null) return []
    if (!after.pull_request) return issueChanges(before, after, 'issues', { issue: after })
    const pull = await look<Pull>(`GET ${path}/pulls/${target.number}`)
    return issueChanges(before, after, 'pull_request', { number: after.number, pull_request: pull })
  }
}

/** Watches comments on issues and pull requests; reviews are left out, the app does not read them. */
export const observeComments: Observer = async (request, look) => {
  const created = match(request, 'POST /repos/:owner/:repo/issues/:number/comments')
  if (created) {
    return async ({ body: comment }) => {
      const issue = await look<Issue>(`GET ${repositoryPath(created)}/issues/${created.number}`)
      return [{ event: 'issue_comment', payload: { action: 'created', issue, comment } }]
    }
  }
  const changed =
    match(request, 'PATCH /repos/:owner/:repo/issues/comments/:id') ??
    match(request, 'DELETE /repos/:owner/:repo/issues/comments/:id')
  if (!changed) return null
  const before = await look<{ body: string; issue_url: string }>(
    `GET ${repositoryPath(changed)}/issues/comments/${changed.id}`,
  )
  if (before === null) return null
  return async ({ body }) => {
    const issue = await look<Issue>(`GET ${new URL(before.issue_url).pathname}`)
    if (request.method === 'DELETE') {
      return [{ event: 'issue_comment', payload: { action: 'deleted', issue, comment: before } }]
    }
    const changes = { body: { from: before.body } }
    return [{ event: 'issue_comment', payload: { action: 'edited', changes, issue, comment: body } }]
  }
}
