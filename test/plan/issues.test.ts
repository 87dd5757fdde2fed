import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Issue } from '../../src/plan/types.ts'
import type { ActionItem } from '../../src/postmortem/types.ts'
import { anItem } from '../postmortem/an-item.ts'
import { createDesk, inWords, type Desk } from './desk.ts'

const ALERT = 'Add an alert on the replication lag of the orders database'
const RUNBOOK = 'Write a runbook for failing over the payment gateway'
const QUOTA = 'Raise the connection quota of the search cluster'
const THREE = [ALERT, RUNBOOK, QUOTA]

const deskWith = (items: (string | ActionItem)[]): Desk => {
  const desk = createDesk()
  desk.edit(items)
  return desk
}

describe('an edit of the document', () => {
  const edits: {
    name: string
    before?: (string | ActionItem)[]
    after: (string | ActionItem)[]
    plan: string[]
  }[] = [
    { name: 'nothing changed', after: THREE, plan: [] },
    { name: 'other lines, other order', after: [QUOTA, ALERT, RUNBOOK], plan: [] },
    {
      name: 'case and spacing',
      after: [ALERT.toUpperCase(), RUNBOOK, QUOTA],
      plan: ['#1: body (issue text differs)'],
    },
    {
      name: 'an item reworded',
      after: ['Add a paging alert on replication lag of the orders database over 30 s', RUNBOOK, QUOTA],
      plan: [
        '#1: retitle "Add a paging alert on replication lag of the orders database over 30 s" (reworded)',
      ],
    },
    {
      name: 'an item reworded and moved to the end',
      after: [RUNBOOK, QUOTA, 'Add a paging alert on the replication lag of the orders database'],
      plan: ['#1: retitle "Add a paging alert on the replication lag of the orders database" (reworded)'],
    },
    {
      name: 'a new item in the middle',
      after: [ALERT, 'Pin the base image', RUNBOOK, QUOTA],
      plan: ['open "Pin the base image"'],
    },
    {
      name: 'an item removed',
      after: [ALERT, QUOTA],
      plan: ['#2: comment', '#2: body (item is no longer in the document)'],
    },
    {
      name: 'an item ticked off',
      after: [anItem(ALERT, { done: true }), RUNBOOK, QUOTA],
      plan: ['#1: closed as completed (marked done in the document)'],
    },
    { name: 'a text repeated', after: [...THREE, ALERT], plan: [`open "${ALERT}"`] },
    {
      name: 'one of two identical texts removed',
      before: [ALERT, ALERT, QUOTA],
      after: [ALERT, QUOTA],
      plan: ['#2: comment', '#2: body (item is no longer in the document)'],
    },
    {
      name: 'the due date stated otherwise',
      before: [anItem(ALERT, { due: '2026-04-01', dueText: 'April 1' })],
      after: [anItem(ALERT, { due: '2026-05-01', dueText: 'May 1' })],
      plan: ['#1: body (due date changed)'],
    },
    {
      name: 'the priority raised',
      before: [anItem(ALERT, { priority: 'P2' })],
      after: [anItem(ALERT, { priority: 'P1' })],
      plan: ['#1: label priority: P1', '#1: unlabel priority: P2', '#1: body (priority changed)'],
    },
    {
      name: 'another owner',
      before: [anItem(ALERT, { owners: ['@ada'] })],
      after: [anItem(ALERT, { owners: ['@grace'] })],
      plan: ['#1: assign grace (owners changed)'],
    },
  ]
  test.each(edits)('$name', ({ before = THREE, after, plan }) => {
    const desk = deskWith(before)
    expect(inWords(desk.edit(after))).toEqual(plan)
    expect(inWords(desk.edit(after))).toEqual([])
  })

  test('an item replaced by another closes nothing by mistake: the old issue is marked, a new one opened', () => {
    const desk = deskWith(THREE)
    expect(inWords(desk.edit([ALERT, 'Delete unused S3 buckets', QUOTA]))).toEqual([
      'open "Delete unused S3 buckets"',
      '#2: comment',
      '#2: body (item is no longer in the document)',
    ])
  })

  test('the renamed file keeps its issues', () => {
    const desk = deskWith(THREE)
    const plan = inWords(desk.edit(THREE, { path: 'postmortems/2026/outage.md' }))
    expect(plan).toEqual(['#1: body (file renamed)', '#2: body (file renamed)', '#3: body (file renamed)'])
  })

  test('the renamed file takes along the issue of an item that left it before, and that one first', () => {
    const desk = deskWith(THREE)
    desk.edit([RUNBOOK, QUOTA])
    const path = 'postmortems/2026/outage.md'
    expect(inWords(desk.edit([RUNBOOK, QUOTA], { path }))).toEqual([
      '#1: body (file renamed)',
      '#2: body (file renamed)',
      '#3: body (file renamed)',
    ])
    expect(desk.edit([RUNBOOK, QUOTA], { path })).toEqual([])
  })

  test('an item that comes back keeps its issue, and the mark goes', () => {
    const desk = deskWith(THREE)
    desk.edit([ALERT, QUOTA])
    expect(desk.issue(2).body).toContain('GONE')
    expect(inWords(desk.edit(THREE))).toEqual(['#2: body (item is back in the document)'])
    expect(desk.issue(2).body).not.toContain('GONE')
  })

  test('removed items are closed as not planned where configured, and open again when they return', () => {
    const desk = deskWith(THREE)
    const config = { removed: 'close' as const }
    expect(inWords(desk.edit([ALERT, QUOTA], { config }))).toEqual([
      '#2: comment',
      '#2: closed as not_planned (item is no longer in the document)',
    ])
    expect(inWords(desk.edit(THREE, { config }))).toEqual([
      '#2: open as reopened (item is back in the document)',
    ])
  })

  test('an item whose box is unticked again is open again: it was not done', () => {
    const desk = deskWith(THREE)
    desk.edit([anItem(ALERT, { done: true }), RUNBOOK, QUOTA])
    expect(inWords(desk.edit(THREE))).toEqual([
      '#1: open as reopened (no longer marked done in the document)',
    ])
  })

  test('a deadline that still reads the same keeps the day it was resolved to', () => {
    const twoWeeks = (due: string): ActionItem => anItem(ALERT, { due, dueText: 'within two weeks' })
    const desk = deskWith([twoWeeks('2026-03-16')])
    expect(inWords(desk.edit([twoWeeks('2026-06-16'), QUOTA]))).toEqual([`open "${QUOTA}"`])
    expect(desk.issue(1).body).toContain('due 2026-03-16')
  })

  test('the time allowed by configuration counts from the merge that brought the item', () => {
    const config = { due: { default: 30, priorities: { P1: 7 } } }
    const desk = createDesk()
    desk.edit([anItem(ALERT, { priority: 'p1' }), QUOTA], { config, mergedOn: '2026-03-02' })
    desk.edit([anItem(ALERT, { priority: 'p1' }), QUOTA, RUNBOOK], { config, mergedOn: '2026-05-02' })
    expect(desk.issues.map(({ body }) => /due (\S+),/.exec(body)?.[1])).toEqual([
      '2026-03-09',
      '2026-04-01',
      '2026-06-01',
    ])
  })
})

describe('an outcome noted behind an item', () => {
  const OUTCOME =
    ' Shipped in release 4.2: it pages whoever is on call at 30 seconds of lag, was tried out in the game day of April, ' +
    'and its threshold is looked at again when the new database cluster has taken over.'
  const NOTED = `${ALERT}.${OUTCOME}`
  const opened = (plan: string[]): string[] => plan.filter((line) => line.startsWith('open'))

  test.each<[string, Partial<Issue>]>([
    ['open', {}],
    ['closed', { state: 'closed', stateReason: 'completed' }],
  ])('keeps the issue that is %s, also when the note goes again', (_, state) => {
    const desk = deskWith(THREE)
    desk.person(1, state)
    expect(opened(inWords(desk.edit([NOTED, RUNBOOK, QUOTA])))).toEqual([])
    expect(opened(inWords(desk.edit(THREE)))).toEqual([])
    expect(desk.issue(1)).toMatchObject(state)
    expect(desk.issue(1).body).not.toContain('GONE')
  })

  test.each([
    ['stands elsewhere', [RUNBOOK, QUOTA, NOTED]],
    ['only begins with the same letters', [`${ALERT}-cluster and its replicas.${OUTCOME}`, RUNBOOK, QUOTA]],
    ['stands where the item was that is still there', [NOTED, ALERT, RUNBOOK, QUOTA]],
  ])('a text that %s is another item: finished work does not hide it', (_, items) => {
    const desk = deskWith(THREE)
    desk.person(1, { state: 'closed', stateReason: 'completed' })
    expect(opened(inWords(desk.edit(items)))).toHaveLength(1)
  })
})

describe('what people did is kept', () => {
  test('a title', () => {
    const desk = deskWith(THREE)
    desk.person(1, { title: 'Alert: replication lag' })
    desk.edit(['Add a paging alert on the replication lag of the orders database', RUNBOOK, QUOTA])
    expect(desk.issue(1).title).toBe('Alert: replication lag')
  })

  test('text around the block', () => {
    const desk = deskWith(THREE)
    desk.person(1, {
      body: `Before.\r\n\r\n${desk.issue(1).body.replaceAll('\n', '\r\n')}\r\n\r\nAfter, with <!-- a comment -->`,
    })
    expect(desk.edit(THREE)).toEqual([])
    desk.edit(['Add a paging alert on the replication lag of the orders database', RUNBOOK, QUOTA])
    expect(desk.issue(1).body).toMatch(/^Before\.\n\n<!-- followthrough /)
    expect(desk.issue(1).body).toMatch(/After, with <!-- a comment -->$/)
    expect(desk.issue(1).body).toContain('Add a paging alert')
  })

  test('assignees and labels', () => {
    const desk = deskWith([anItem(ALERT, { owners: ['@ada'], priority: 'P2' })])
    desk.person(1, { assignees: ['linus'], labels: ['postmortem'] })
    desk.edit([anItem(ALERT, { owners: ['@grace'], priority: 'P1' })])
    expect(desk.issue(1).assignees).toEqual(['linus', 'grace'])
    expect(desk.issue(1).labels).toEqual(['postmortem', 'priority: P1'])
  })

  test('an issue reopened after the document marked it done stays open', () => {
    const desk = deskWith(THREE)
    const ticked = [anItem(ALERT, { done: true }), RUNBOOK, QUOTA]
    desk.edit(ticked)
    desk.person(1, { state: 'open', stateReason: 'reopened' })
    expect(desk.edit(ticked)).toEqual([])
  })

  test('an issue closed as not planned stays closed when its item is reworded', () => {
    const desk = deskWith(THREE)
    desk.person(1, { state: 'closed', stateReason: 'not_planned' })
    desk.edit([`${ALERT}.`, RUNBOOK, QUOTA])
    expect(desk.issue(1).state).toBe('closed')
    expect(desk.issues).toHaveLength(3)
  })
})

describe('issues that should not be there', () => {
  test('the newer of two issues of one item is closed as a duplicate, once', () => {
    const desk = deskWith(THREE)
    desk.issues.push({ ...desk.issue(2), number: 4 })
    expect(inWords(desk.edit(THREE))).toEqual([
      '#4: closed as duplicate (second issue of one item, which #2 tracks)',
    ])
    expect(desk.edit(THREE)).toEqual([])
  })

  test('two items of one text and a duplicate of the first keep their own issues', () => {
    const desk = deskWith([ALERT, ALERT])
    desk.issues.push({ ...desk.issue(1), number: 3 })
    expect(inWords(desk.edit([ALERT, ALERT]))).toEqual([
      '#3: closed as duplicate (second issue of one item, which #1 tracks)',
    ])
  })
})

describe('any sequence of edits', () => {
  const documents = fc.array(
    fc.record({
      text: fc.constantFrom(...THREE, 'Pin the base image', `${ALERT} now`, `${ALERT}: it pages`),
      done: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  test('planning again after the plan was applied gives no operation', () => {
    fc.assert(
      fc.property(fc.array(documents, { minLength: 1, maxLength: 5 }), (versions) => {
        const desk = createDesk()
        for (const version of versions) {
          const items = version.map(({ text, done }) => anItem(text, { done }))
          desk.edit(items)
          expect(inWords(desk.edit(items, { dryRun: true }))).toEqual([])
        }
      }),
    )
  })
  test('every open item has an issue, and no two items share one', () => {
    fc.assert(
      fc.property(fc.array(documents, { minLength: 1, maxLength: 5 }), (versions) => {
        const desk = createDesk()
        for (const version of versions) desk.edit(version.map(({ text, done }) => anItem(text, { done })))
        const wanted = (versions.at(-1) ?? []).filter(({ done }) => !done)
        const live = desk.issues.filter(({ body, state }) => state === 'open' && !body.includes('GONE'))
        expect(live.length).toBeGreaterThanOrEqual(wanted.length)
      }),
    )
  })
})
