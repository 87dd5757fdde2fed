import { describe, expect, test } from '@jest/globals'
import { titleOf } from '../../../src/postmortem/items/title.ts'

describe('titleOf', () => {
  test.each([
    ['Drain the queue.', '', 'Drain the queue'],
    ['Drain the queue: it is long.', 'Drain the queue', 'Drain the queue'],
    ['Drain the queue: it is long.', '', 'Drain the queue'],
    ['Drain the queue - it is long', '', 'Drain the queue'],
    ['Queue: drain it', 'Queue:', 'Queue: drain it'],
    ['Night drains: run them at two.', '', 'Night drains: run them at two'],
    ['Never drain by day. It hurts.', 'Never drain by day.', 'Never drain by day'],
    ['再試行を追加する。', '', '再試行を追加する'],
  ])('%s', (text, lead, title) => {
    expect(titleOf(text, lead)).toBe(title)
  })

  test('cuts at a word, at most 120 characters', () => {
    const title = titleOf('Drain the very long queue '.repeat(9), '')
    expect(title.length).toBeLessThanOrEqual(120)
    expect(title).toMatch(/(?:Drain|the|very|long|queue)…$/)
  })
})
