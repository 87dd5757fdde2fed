import { describe, expect, test } from '@jest/globals'
import { isDeadline, parseDue } from '../../../src/postmortem/fields/index.ts'

/** A Wednesday. */
const reference = '2026-05-06'
const dayOf = (value: string): string | null => parseDue(value, reference).due

describe('parseDue', () => {
  describe('a day', () => {
    test.each([
      ['2026-06-30', '2026-06-30'],
      ['2026/6/3', '2026-06-03'],
      ['2026-06-30T10:00:00Z', '2026-06-30'],
      ['30.06.2026', '2026-06-30'],
      ['30/06/26', '2026-06-30'],
      ['30/06/2026.', '2026-06-30'],
      ['June 30, 2026', '2026-06-30'],
      ['Tue, June 30th', '2026-06-30'],
      ['30 June', '2026-06-30'],
      ['June 30,, 2026', '2026-06-30'],
      ['2026-06-30 (agreed)', '2026-06-30'],
      ['Friday', '2026-05-08'],
      ['EOD Friday', '2026-05-08'],
      ['tomorrow', '2026-05-07'],
      ['by June 30', '2026-06-30'],
    ])('reads %p', (value, due) => {
      expect(dayOf(value)).toBe(due)
    })
  })

  describe('a day in another language', () => {
    test.each([
      ['30. Juni 2026', '2026-06-30'],
      ['3. März 2027', '2027-03-03'],
      ['30 juin 2026', '2026-06-30'],
      ['1er juillet', '2026-07-01'],
      ['30 de junio de 2026', '2026-06-30'],
      ['30 de junho', '2026-06-30'],
      ['3. desember 2026', '2026-12-03'],
      ['30 июня 2026 г.', '2026-06-30'],
      ['2026年6月30日', '2026-06-30'],
      ['6月30日', '2026-06-30'],
      ['6월 30일', '2026-06-30'],
    ])('reads %p', (value, due) => {
      expect(dayOf(value)).toBe(due)
    })
  })

  describe('a period, due on its last day', () => {
    test.each([
      ['Q3', '2026-09-30'],
      ['Q1', '2027-03-31'],
      ['Q2 2024', '2024-06-30'],
      ['end of Q3', '2026-09-30'],
      ['Q4 2026 - Q1 2027', '2027-03-31'],
      ['3. Quartal 2026', '2026-09-30'],
      ['第3四半期', '2026-09-30'],
      ['H1 2027', '2027-06-30'],
      ['next quarter', '2026-09-30'],
      ['EOQ', '2026-06-30'],
      ['EOM', '2026-05-31'],
      ['EOY', '2026-12-31'],
      ['this week', '2026-05-08'],
      ['next week', '2026-05-15'],
      ['next month', '2026-06-30'],
      ['2026-06', '2026-06-30'],
      ['June 2026', '2026-06-30'],
      ['end of February', '2027-02-28'],
      ['mid-June', '2026-06-15'],
      ['early June', '2026-06-10'],
      ['Ende Mai', '2026-05-31'],
      ['fin mai', '2026-05-31'],
      ['mediados de junio', '2026-06-15'],
      ['6月末', '2026-06-30'],
      ['来週', '2026-05-15'],
      ['本月底', '2026-05-31'],
      ['Cette semaine', '2026-05-08'],
    ])('reads %p', (value, due) => {
      expect(dayOf(value)).toBe(due)
    })
  })

  describe('a length of time from the reference', () => {
    test.each([
      ['two weeks', '2026-05-20'],
      ['within the next two weeks', '2026-05-20'],
      ['2-3 weeks', '2026-05-27'],
      ['30 days', '2026-06-05'],
      ['10 business days', '2026-05-20'],
      ['in 1 month', '2026-06-06'],
      ['Dans 2 semaines', '2026-05-20'],
      ['через две недели', '2026-05-20'],
      ['2週間以内', '2026-05-20'],
      ['两周内', '2026-05-20'],
    ])('reads %p', (value, due) => {
      expect(dayOf(value)).toBe(due)
    })
  })

  test.each([
    ['07/09/2026', '2026-09-07', 'the day comes first'],
    ['07/27/2026', '2026-07-27', 'unless that is no date'],
  ])('reads the order of %p: %s, %s', (value, due) => {
    expect(dayOf(value)).toBe(due)
  })

  test('takes a day without a year for one ahead, or for one not long past', () => {
    expect(dayOf('March 20')).toBe('2026-03-20')
    expect(dayOf('January 20')).toBe('2027-01-20')
  })

  test.each(['2026-02-31', 'February 31, 2026', '31. Februar 2026', '31/02/2026', '2026-13-01'])(
    'makes no other day of %p',
    (value) => {
      expect(parseDue(value, reference)).toEqual({ due: null, dueText: value })
    },
  )

  test.each(['next sprint', 'ASAP', 'after the audit', 'ongoing', 'Sprint 12', '30 minutes'])(
    'keeps %p as words',
    (value) => {
      expect(parseDue(value, reference)).toEqual({ due: null, dueText: value })
    },
  )

  test.each(['', '-', 'TBD', 'n/a', '<date>', '未定', 'YYYY-MM-DD'])('finds no deadline in %p', (value) => {
    expect(parseDue(value, reference)).toEqual({ due: null, dueText: null })
  })

  test('keeps the words as written', () => {
    expect(parseDue(' End of Q3 ', reference).dueText).toBe('End of Q3')
  })

  describe('without a reference', () => {
    test.each([
      ['2026-06-30', '2026-06-30'],
      ['June 30, 2026', '2026-06-30'],
      ['Q3 2026', '2026-09-30'],
      ['Q3', null],
      ['June 30', null],
      ['tomorrow', null],
      ['in two weeks', null],
    ])('reads %p as %p', (value, due) => {
      expect(parseDue(value, null)).toEqual({ due, dueText: value })
    })
  })
})

describe('isDeadline', () => {
  test.each(['This week', 'Q4 2026 - Q1 2027', 'Within 30 days', 'By end of Q3', 'Next sprint', '1–4 weeks'])(
    'knows the name %p for a deadline',
    (name) => {
      expect(isDeadline(name)).toBe(true)
    },
  )

  test.each(['Short term', 'Next steps', 'The To-Do List', 'Plan for next week', 'Later', ''])(
    'does not take the name %p for one',
    (name) => {
      expect(isDeadline(name)).toBe(false)
    },
  )
})
