import { describe, expect, test } from '@jest/globals'
import { route, type RoutedEvent } from '../../src/jobs/route.ts'
import { formatMarker } from '../../src/plan/marker.ts'
import { delivery } from '../webhooks.ts'

const POSTMORTEM = 'docs/postmortems/2026-10-27-double-bookings.md'

const FOLLOWED = { kind: 'followed', path: POSTMORTEM }

const lookOf = (event: RoutedEvent): unknown => route(event, { botLogin: 'followthrough[bot]' })?.look ?? null

/** The same event with some fields of its payload, named by path, as given. */
const changed = <Event extends RoutedEvent>(event: Event, fields: Record<string, unknown>): Event => {
  const copy = structuredClone(event)
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const parent = keys.reduce<unknown>((node, key) => Reflect.get(Object(node), key), copy.payload)
    Reflect.set(Object(parent), last, value)
  }
  return copy
}

test('a job names the installation, the repository and the delivery', () => {
  expect(route(delivery('push'), { botLogin: 'followthrough[bot]' })).toEqual({
    installationId: 58120034,
    repository: { owner: 'lakeside-cargo', repo: 'harbour' },
    look: expect.anything(),
    delivery: 'b7c1d2e0-delivery',
  })
})

describe('push', () => {
  test('looks at every Markdown file that was added, changed, removed or renamed', () => {
    expect(lookOf(delivery('push'))).toEqual({
      kind: 'paths',
      paths: [
        'docs/postmortems/2026-09-02-late-manifests.MARKDOWN',
        POSTMORTEM,
        'docs/postmortems/late-manifests.md',
      ],
    })
  })

  const code = [{ added: ['a.go'], modified: ['notes.txt'], removed: ['md'] }]
  test.each<[string, Record<string, unknown>]>([
    ['to another branch', { ref: 'refs/heads/feature' }],
    ['of a tag called like the default branch', { ref: 'refs/tags/main' }],
    ['without Markdown', { commits: code }],
    ['that deletes the branch', { deleted: true, commits: [] }],
    ['by the app itself', { 'sender.login': 'followthrough[bot]' }],
    ['from a webhook of the repository, not of the app', { installation: undefined }],
  ])('%s: nothing to look at', (_, fields) => {
    expect(lookOf(changed(delivery('push'), fields))).toBeNull()
  })
})

describe('pull request closed', () => {
  test('merged into the default branch: looks at what it changed', () => {
    expect(lookOf(delivery('pull_request.closed'))).toEqual({ kind: 'pull-request', number: 318 })
  })

  test.each<[string, Record<string, unknown>]>([
    ['without merging', { 'pull_request.merged': false, 'pull_request.merged_at': null }],
    ['merged into another branch', { 'pull_request.base.ref': 'release-4' }],
  ])('%s: nothing to look at', (_, fields) => {
    expect(lookOf(changed(delivery('pull_request.closed'), fields))).toBeNull()
  })
})

describe('issue of the app', () => {
  test.each([
    'issues.closed',
    'issues.reopened',
    'issues.labeled',
    'issues.unlabeled',
    'issues.assigned',
    'issues.unassigned',
    'issues.deleted',
    'issues.transferred',
  ] as const)('%s: looks at the postmortem that its marker names', (event) => {
    expect(lookOf(changed(delivery(event), { 'issue.comments': 0 }))).toEqual(FOLLOWED)
  })

  test('with comments: looks also at the postmortems that link it, which its comments name', () => {
    const { issue } = delivery('issues.closed').payload
    expect(lookOf(delivery('issues.closed'))).toEqual({
      kind: 'linked-issue',
      number: issue.number,
      own: FOLLOWED,
    })
  })

  test('closed by the app itself: looks at those alone', () => {
    const event = changed(delivery('issues.closed'), { 'sender.login': 'followthrough[bot]' })
    expect(lookOf(event)).toMatchObject({ kind: 'linked-issue', own: null })
  })

  test('issues.edited: a marker that the edit removed is still followed', () => {
    const event = delivery('issues.edited')
    expect(event.payload.issue.body).not.toContain('followthrough')
    expect(lookOf(event)).toMatchObject({ own: FOLLOWED })
  })

  test.each<[string, Record<string, unknown>]>([
    ['closed by the app itself', { 'sender.login': 'followthrough[bot]', 'issue.comments': 0 }],
    ['without a marker', { 'issue.body': 'Nothing here.' }],
    ['without a body', { 'issue.body': null }],
  ])('%s: nothing to look at', (_, fields) => {
    expect(lookOf(changed(delivery('issues.closed'), fields))).toBeNull()
  })
})

test('an issue that stands here for a postmortem of another repository: looks there', () => {
  const event = changed(delivery('issues.closed'), { 'repository.id': 1, 'issue.comments': 0 })
  expect(lookOf(event)).toEqual({
    kind: 'filed-here',
    repository: 734001122,
    path: POSTMORTEM,
  })
})

describe('pull request open', () => {
  const opened = (action: string, fields: Record<string, unknown> = {}): RoutedEvent =>
    changed(delivery('pull_request.closed'), { action, 'pull_request.state': 'open', ...fields })
  const preview = { kind: 'preview', number: 318, wasAskedFor: false }

  test.each(['opened', 'synchronize', 'reopened', 'ready_for_review'])(
    '%s: looks at what merging does',
    (action) => {
      expect(lookOf(opened(action))).toEqual(preview)
    },
  )

  test('edited: looks only where the base branch changed', () => {
    expect(lookOf(opened('edited', { changes: { base: { ref: { from: 'main' } } } }))).toEqual(preview)
    expect(lookOf(opened('edited', { changes: { title: { from: 'Old' } } }))).toBeNull()
  })
})

describe('a check that is asked for again', () => {
  const again = (name: string, payload: object): RoutedEvent => {
    const { installation, repository, sender } = delivery('push').payload
    return {
      id: 'again',
      name,
      payload: { action: 'rerequested', installation, repository, sender, ...payload },
    } as never
  }

  test('names its pull request in its own note, also where that comes from a fork', () => {
    const run = { app: { slug: 'followthrough' }, external_id: '318 4f2a9c1d', pull_requests: [] }
    const look = { kind: 'preview', number: 318, wasAskedFor: true }
    expect(lookOf(again('check_run', { check_run: run }))).toEqual(look)
  })

  test.each([
    ['of another app', { app: { slug: 'other' }, external_id: '318 4f2a9c1d' }],
    ['with a note that is not ours', { app: { slug: 'followthrough' }, external_id: 'build-7' }],
  ])('%s: nothing to look at', (_, run) => {
    expect(lookOf(again('check_run', { check_run: run }))).toBeNull()
  })

  test('with all others of the commit: looks at the commit', () => {
    const look = { kind: 'preview-commit', sha: 'c0ffee' }
    expect(lookOf(again('check_suite', { check_suite: { head_sha: 'c0ffee' } }))).toEqual(look)
  })
})

describe("another's issue", () => {
  const adopted = delivery('issues.closed', 'issues-closed-adopted')

  test.each([
    ['labelled', [{ name: 'corrective-action' }]],
    ['without any label, which people may have removed', []],
  ])('%s and commented on: may be one that an item links', (_, labels) => {
    const event = changed(adopted, { 'issue.labels': labels, 'issue.comments': 1 })
    expect(lookOf(event)).toEqual({ kind: 'linked-issue', number: 207, own: null })
  })

  test('without any comment: the app never told it that it is followed', () => {
    expect(lookOf(changed(adopted, { 'issue.comments': 0 }))).toBeNull()
  })

  test.each<[string, Record<string, unknown>]>([
    ['a person', { login: 'mallory', type: 'User' }],
    ['another bot', { login: 'follow-through[bot]', type: 'Bot' }],
    ['an account of the same name that is no bot', { login: 'followthrough[bot]', type: 'User' }],
    ['an account that is gone', null as never],
  ])('a forged marker in an issue of %s is not believed', (_, user) => {
    const event = changed(delivery('issues.closed'), { 'issue.user': user })
    expect(lookOf(event)).toMatchObject({ kind: 'linked-issue', own: null })
    expect(lookOf(changed(event, { 'issue.comments': 0 }))).toBeNull()
  })
})

describe('a comment', () => {
  const event = delivery('issue_comment.created')

  test('with a command says where it stands; what it says is read when the job runs', () => {
    expect(lookOf(event)).toEqual({ kind: 'command', comment: 2500000017, number: 321, isPullRequest: false })
    const onPullRequest = changed(event, {
      'issue.pull_request': { url: 'https://api.github.com/pulls/321' },
    })
    expect(lookOf(onPullRequest)).toMatchObject({ isPullRequest: true })
  })

  test.each<[string, Record<string, unknown>]>([
    ['without a command', { 'comment.body': 'Please set it due on /due date.' }],
    ['of a bot', { 'comment.user.type': 'Bot' }],
    ['of the app itself', { 'sender.login': 'followthrough[bot]' }],
  ])('%s is none of our business', (_, fields) => {
    expect(lookOf(changed(event, fields))).toBeNull()
  })
})

test('a dashboard that is changed, closed or deleted is looked at', () => {
  const body = formatMarker({ kind: 'dashboard', repository: 700210, lastWeekly: null })
  const repository = { 'issue.body': body, 'repository.id': 700210 }
  for (const name of ['issues.closed', 'issues.deleted'] as const) {
    expect(lookOf(changed(delivery(name), repository))).toEqual({ kind: 'dashboard' })
  }
  const emptied = { ...repository, 'issue.body': '', 'changes.body': { from: body } }
  expect(lookOf(changed(delivery('issues.edited'), emptied))).toEqual({ kind: 'dashboard' })
})
