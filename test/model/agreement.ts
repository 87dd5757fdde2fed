import assert from 'node:assert/strict'
import type { Look } from '../../src/jobs/job.ts'
import type { Comment, Issue } from '../../src/local-github/views.ts'
import { parseMarker } from '../../src/plan/marker.ts'
import {
  hasInterest,
  listed,
  progressOf,
  type Model,
  type ModelIssue,
  type ModelPostmortem,
} from './model.ts'
import type { Real } from './stage.ts'

/** Compares what people see on GitHub with what they should see. */
export const expectAgreement = async (model: Model, real: Real): Promise<void> => {
  const issues = await real.appIssues()
  assert.ok(issues.filter(({ title }) => title === 'Postmortem action items').length <= 1, 'two dashboards')
  for (const postmortem of model.postmortems) {
    for (const [task, wanted] of postmortem.issues) {
      const issue = issues.find(({ number }) => number === wanted.number)
      assert.deepEqual({ task, isThere: issue !== undefined }, { task, isThere: wanted.place === 'here' })
      if (issue !== undefined) await expectIssue(issue, wanted, postmortem, task, real)
    }
    await expectStatus(postmortem, issues, real)
  }
  await expectNothingLeftToDo(model, real)
}

const expectIssue = async (
  issue: Issue,
  wanted: ModelIssue,
  postmortem: ModelPostmortem,
  task: number,
  { stage }: Real,
): Promise<void> => {
  const comments = await stage.story.listComments(issue.number)
  const byApp = comments.filter(({ user }) => user.login === stage.github.botLogin).length
  const body = issue.body ?? ''
  const marker = parseMarker(body)
  assert.deepEqual(
    {
      title: issue.title,
      state: issue.state,
      reason: issue.state === 'open' ? null : issue.state_reason,
      labels: sorted(issue.labels.map(({ name }) => name).filter((name) => name !== 'overdue')),
      assignees: sorted(issue.assignees.map(({ login }) => login)),
      due: marker?.kind === 'item' ? marker.due : 'no record',
      lostNotes: wanted.notes.filter((note) => !body.includes(note)),
      isMarkedAsGone: body.includes('no longer lists'),
      comments: { people: comments.length - byApp, app: byApp },
    },
    {
      title: wanted.title,
      state: wanted.state,
      reason: wanted.reason,
      labels: sorted(wanted.labels),
      assignees: sorted(wanted.assignees),
      due: wanted.due,
      lostNotes: [],
      isMarkedAsGone: listed(postmortem, task) === undefined,
      comments: wanted.comments,
    },
  )
}

const sorted = (names: Iterable<string>): string[] => [...names].sort()

/** One status, where the postmortem came from, with the right count; and one weekly comment in a week at most. */
const expectStatus = async (postmortem: ModelPostmortem, issues: Issue[], { stage }: Real): Promise<void> => {
  const { place, index, isKnown } = postmortem
  if (place === null || !isKnown) return
  const tracking = issues.filter(({ title }) => title === `Action items: Outage number ${index + 1}`)
  assert.equal(tracking.length, place === 'issue' ? 1 : 0, 'tracking issues')
  const number = place === 'issue' ? tracking[0]?.number : place
  const comments: Comment[] = number === undefined ? [] : await stage.story.listComments(number)
  const records = comments
    .filter(({ user }) => user.login === stage.github.botLogin)
    .map(({ body }) => ({ body, marker: parseMarker(body) }))
  const statuses = records.filter(({ marker }) => marker?.kind === 'status').map(({ body }) => body)
  assert.equal(statuses.length, place === 'issue' ? 0 : 1, 'status comments')
  const weeks = records.flatMap(({ marker }) => (marker?.kind === 'rollup' ? [marker.week] : []))
  assert.equal(new Set(weeks).size, weeks.length, 'weekly comments of one week')
  if (!hasInterest(postmortem)) return
  const { done, total } = progressOf(postmortem)
  const status = place === 'issue' ? tracking[0]?.body : statuses[0]
  const words = total === 0 ? 'Action items of' : `**${done} of ${total} done`
  assert.ok(status?.includes(words), `"${words}" is missing in:\n${status ?? ''}`)
}

/** After the weekly job, those issues carry the label whose items are listed and overdue, and no others. */
export const expectOverdueLabelled = async (real: Real): Promise<void> => {
  const today = real.stage.now().toISOString().slice(0, 10)
  for (const { number, state, body, labels } of await real.appIssues()) {
    const marker = parseMarker(body ?? '')
    if (marker?.kind !== 'item' || marker.duplicateOf !== null) continue
    const isLate = marker.due !== null && marker.due < today
    const isOverdue = state === 'open' && marker.gone === 'no' && isLate
    const isLabelled = labels.some(({ name }) => name === 'overdue')
    assert.deepEqual({ number, isLabelled }, { number, isLabelled: isOverdue })
  }
}

/** A further look writes nothing, wherever it looks. */
const expectNothingLeftToDo = async ({ postmortems }: Model, { stage }: Real): Promise<void> => {
  const { github } = stage
  const paths = postmortems.filter(({ place }) => place !== null).map(({ home }) => home)
  const looks: Look[] = [
    ...(paths.length > 0 ? [{ kind: 'paths' as const, paths }] : []),
    { kind: 'dashboard' },
  ]
  for (const look of looks) {
    const repository = { owner: github.owner, repo: github.repo }
    const job = { installationId: github.installationId, repository, look, delivery: 'once more' }
    assert.deepEqual({ look, writes: await stage.run(job) }, { look, writes: [] })
  }
}
