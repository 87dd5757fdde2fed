import { describe, expect, test } from '@jest/globals'
import { formatMarker, type RollupMarker } from '../../src/plan/marker.ts'
import {
  outdatedComments,
  planRevisions,
  planRollup,
  refreshedStatus,
  weeklyComments,
  type OwnComment,
} from '../../src/plan/weekly-comments.ts'

const POSTMORTEM = { repository: 7, path: 'postmortems/checkout.md', issues: [2, 3] }

const record = (changes: Partial<RollupMarker> = {}): RollupMarker => ({
  kind: 'rollup',
  ...POSTMORTEM,
  week: '2026-W12',
  closed: [],
  at: null,
  ...changes,
})

const comment = (id: number, body: string, isMinimized = false): OwnComment => ({
  id,
  nodeId: `node-${id}`,
  body,
  isMinimized,
})

const aNote = (id: number, changes: Partial<RollupMarker> = {}, isMinimized = false): OwnComment =>
  comment(id, `${formatMarker(record(changes))}\n### A week`, isMinimized)

const PATHS = new Set([POSTMORTEM.path, 'postmortems/search.md'])

const notes = (...comments: OwnComment[]) => weeklyComments(comments, POSTMORTEM, PATHS)

test('the weekly comments of a postmortem are known by its path or any of its issues', () => {
  const { own, stray } = notes(
    comment(1, 'No record at all.'),
    comment(2, `${formatMarker({ kind: 'answer', comment: 9 })}\nAn answer.`),
    aNote(3),
    aNote(4, { path: 'postmortems/before-it-was-renamed.md', issues: [1, 3] }),
    aNote(5, { path: 'postmortems/search.md', issues: [8] }),
    aNote(6, { repository: 8 }),
    aNote(7, { path: 'postmortems/nobody-has-issues-of-it.md', issues: [9] }),
  )
  expect(own.map(({ id }) => id)).toEqual([3, 4])
  expect(stray.map(({ id }) => id)).toEqual([7])
})

describe('one comment a week', () => {
  const plan = (...comments: OwnComment[]) => planRollup(1, record(), 'Text', notes(...comments))

  test('is written where there is none, or only those of other weeks', () => {
    const creation = { kind: 'create-comment', number: 1, body: `${formatMarker(record())}\nText` }
    expect(plan()).toEqual([expect.objectContaining(creation)])
    expect(plan(aNote(3, { week: '2026-W11' }))).toHaveLength(1)
  })

  test('is not written twice, even if somebody hid the first one', () => {
    expect(plan(aNote(3))).toEqual([])
    expect(plan(aNote(3, {}, true))).toEqual([])
  })

  test('is not written beside one whose postmortem may be this one, under another name', () => {
    expect(plan(aNote(3, { path: 'postmortems/nobody-has-issues-of-it.md', issues: [9] }))).toEqual([])
  })

  test('of several the first stays', () => {
    expect(plan(aNote(12), aNote(11), aNote(13), aNote(4, { week: '2026-W11' }))).toMatchObject([
      { kind: 'delete-comment', id: 12 },
      { kind: 'delete-comment', id: 13 },
    ])
  })
})

test('comments of earlier weeks are hidden, each once', () => {
  const { own } = notes(aNote(3, { week: '2026-W10' }, true), aNote(4, { week: '2026-W11' }), aNote(5))
  expect(outdatedComments(own, '2026-W12')).toEqual([{ kind: 'hide-comment', comment: 'node-4' }])
})

test('a status is rewritten only where it says something else, and keeps its record', () => {
  const status = {
    kind: 'status',
    repository: 7,
    path: 'a.md',
    filed: {},
    adopted: [],
    finished: false,
  } as const
  const shown = comment(3, `${formatMarker({ ...status, adopted: [] })}\r\n1 of 2 done`)
  expect(refreshedStatus(shown, { ...status, adopted: [] }, '1 of 2 done')).toEqual([])
  expect(refreshedStatus(shown, { ...status, adopted: [] }, '1 overdue')).toEqual([
    {
      kind: 'rewrite-comment',
      comment: 'node-3',
      body: `${formatMarker({ ...status, adopted: [] })}\n1 overdue`,
    },
  ])
})

test('the small writes go together, and say why', () => {
  expect(planRevisions([])).toEqual([])
  expect(
    planRevisions([
      { kind: 'add-label', issue: 'a', label: 'l' },
      { kind: 'add-label', issue: 'b', label: 'l' },
      { kind: 'hide-comment', comment: 'c' },
    ]),
  ).toMatchObject([{ kind: 'revise', reason: 'overdue now: 2, comments outdated: 1' }])
})
