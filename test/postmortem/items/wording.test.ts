import { describe, expect, test } from '@jest/globals'
import { concludes, introduces } from '../../../src/postmortem/items/wording.ts'

describe('a text that is no task', () => {
  test.each([
    'See the epic HARB-22.',
    'Please refer to the tracker.',
    'The crew agreed that a couple of things have to change.',
  ])('points elsewhere: %s', (text) => {
    expect(introduces(text)).toBe(true)
  })

  test.each(['See whether the gate counts twice', 'Refer passengers to the pier', 'See to the lights'])(
    'is a task: %s',
    (text) => {
      expect(introduces(text)).toBe(false)
    },
  )

  test('hopes for the effect of the tasks above', () => {
    expect(concludes('This should make sure that no ferry sails empty.')).toBe(true)
    expect(concludes('This should be automated.')).toBe(false)
  })
})
