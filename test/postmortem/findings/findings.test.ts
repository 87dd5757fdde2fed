import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findings } from '../../../src/postmortem/findings/index.ts'
import type { FindingOptions } from '../../../src/postmortem/findings/types.ts'
import type { ActionItem, Postmortem } from '../../../src/postmortem/types.ts'
import { anyText } from '../../any-text.ts'
import { anItem } from '../an-item.ts'

function postmortem(items: ActionItem[], severity: string | null = null): Postmortem {
  return { title: 'Checkout down', incidentDate: '2026-05-01', severity, items, rejected: [] }
}

function idsOf(document: Postmortem, options?: FindingOptions): string[] {
  return findings(document, options).map(({ id }) => id)
}

/** An item that nobody could say anything about. */
const good = anItem('Reject orders without a price', { owners: ['@dana'], due: '2026-06-01', priority: 'P1' })

test('a good postmortem gets no findings', () => {
  expect(findings(postmortem([good], 'SEV-1'))).toEqual([])
})

test('findings point to their item and come in the order of the document', () => {
  const weak = anItem('Improve monitoring', { line: 20, endLine: 22 })
  const late = anItem('Archive the orders of 2019', {
    ...good,
    text: 'Archive the orders of 2019',
    due: null,
    line: 8,
    endLine: 8,
  })
  expect(findings(postmortem([weak, good, late]))).toMatchObject([
    { id: 'no-due-date', severity: 'notice', line: 8, endLine: 8, item: 2 },
    { id: 'no-owner', severity: 'warning', line: 20, endLine: 22, item: 0 },
    { id: 'no-due-date', line: 20, item: 0 },
    { id: 'vague', severity: 'warning', line: 20, item: 0 },
  ])
})

test('a postmortem without items gets a single notice, about the document', () => {
  expect(findings(postmortem([], 'SEV-1'))).toMatchObject([
    { id: 'no-action-items', severity: 'notice', line: 1, item: null },
  ])
})

describe('owner and due date', () => {
  const bare = anItem('Reject orders without a price')

  test.each([
    { what: 'neither', fields: {}, ids: ['no-owner', 'no-due-date'] },
    { what: 'an owner', fields: { owners: ['Dana'] }, ids: ['no-due-date'] },
    { what: 'a date', fields: { due: '2026-06-01' }, ids: ['no-owner'] },
    { what: 'a deadline in words', fields: { dueText: 'next sprint' }, ids: ['no-owner'] },
    { what: 'an issue that tracks it', fields: { links: ['#12'] }, ids: [] },
    { what: 'the work done', fields: { done: true }, ids: [] },
    { what: 'words that tell of work done', fields: { text: 'We have added a check' }, ids: [] },
    { what: 'only the rank of an improvement', fields: { kind: 'improvement' as const }, ids: [] },
  ])('with $what: $ids', ({ fields, ids }) => {
    expect(idsOf(postmortem([{ ...bare, ...fields }]))).toEqual(ids)
  })

  test('no due date is missing where the team allows a fixed time', () => {
    expect(idsOf(postmortem([bare]), { hasTimeAllowed: () => true })).toEqual(['no-owner'])
  })

  test('improvements are judged where they are filed', () => {
    const improvement = anItem('Reject orders without a price', { kind: 'improvement' })
    expect(idsOf(postmortem([improvement]), { isFiled: () => true })).toEqual(['no-owner', 'no-due-date'])
  })
})

describe('after a severe incident', () => {
  const alert = { ...good, text: 'Add an alert for failed payments' }
  const wiki = { ...good, text: 'Document the rollback in the wiki' }
  const careful = { ...good, text: 'Be more careful with the price list' }
  const limit = { ...good, text: 'Limit the import to 1,000 rows' }

  test.each([
    { items: [alert, wiki, careful], severity: 'SEV-1', missing: true },
    { items: [alert], severity: 'Critical', missing: true },
    { items: [alert, limit], severity: 'SEV-1', missing: false },
    { items: [alert, { ...limit, done: true }], severity: 'SEV-1', missing: false },
    { items: [alert], severity: 'SEV-3', missing: false },
    { items: [alert], severity: null, missing: false },
    { items: [{ ...alert, text: 'Ajouter un runbook wiki' }], severity: 'SEV-1', missing: false },
  ])('$severity, prevention missing: $missing', ({ items, severity, missing }) => {
    expect(idsOf(postmortem(items, severity)).includes('no-prevention')).toBe(missing)
  })

  test.each([
    ['SEV-0', true],
    ['sev2', true],
    ['S1', true],
    ['P1', true],
    ['1', true],
    ['Critical', true],
    ['Hoch', true],
    ['crítica', true],
    ['重大', true],
    ['SEV-2 (EU only)', true],
    ['SEV-3', false],
    ['SEV-10', false],
    ['P2', false],
    ['medium', false],
    ['10', false],
  ])('severity %s without any priority: %s', (severity, missing) => {
    expect(idsOf(postmortem([{ ...limit, priority: null }], severity)).includes('no-high-priority')).toBe(
      missing,
    )
  })

  test.each([
    ['P0', false],
    ['P1', false],
    ['high', false],
    ['Kritisch', false],
    ['P2', true],
    ['low', true],
    [null, true],
  ])('priority %s, high priority missing: %s', (priority, missing) => {
    expect(idsOf(postmortem([{ ...limit, priority }], 'SEV-1')).includes('no-high-priority')).toBe(missing)
  })
})

describe('what came first after a severe incident is not asked for', () => {
  const later = { ...good, priority: null }

  test.each([
    { what: 'where something is done already', first: { ...later, done: true } },
    { what: 'where a section puts its items first', first: { ...later, section: 'Immediate actions' } },
  ])('$what', ({ first }) => {
    expect(idsOf(postmortem([first, later], 'SEV-1'))).toEqual([])
    expect(idsOf(postmortem([later, later], 'SEV-1'))).toEqual(['no-high-priority'])
  })
})

describe('an item that is open elsewhere', () => {
  const openElsewhere = [{ text: 'Reject orders, without a **price**.', issue: '#12' }]

  test('is named with its issue', () => {
    const [finding] = findings(postmortem([good]), { openElsewhere })
    expect(finding).toMatchObject({ id: 'recurrence', item: 0, message: expect.stringContaining('#12') })
  })

  test.each([
    { what: 'other words', fields: { text: 'Reject orders without a customer' } },
    { what: 'the issue linked', fields: { links: ['#12'] } },
    { what: 'the work done', fields: { done: true } },
  ])('is no finding with $what', ({ fields }) => {
    expect(idsOf(postmortem([{ ...good, ...fields }]), { openElsewhere })).toEqual([])
  })

  test('is no finding where two words agree by chance', () => {
    const short = { ...good, text: 'Add redundancy' }
    expect(idsOf(postmortem([short]), { openElsewhere: [{ text: 'Add redundancy', issue: '#3' }] })).toEqual(
      [],
    )
  })
})

test('any text is judged without an error', () => {
  fc.assert(
    fc.property(fc.array(anyText()), fc.option(fc.string()), (texts, severity) => {
      const items = texts.map((text, index) => anItem(text, { line: index + 1, endLine: index + 1 }))
      for (const finding of findings(postmortem(items, severity))) expect(finding.message).toMatch(/[.”]$/)
    }),
  )
})
