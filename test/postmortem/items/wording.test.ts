import { describe, expect, test } from '@jest/globals'
import {
  commits,
  concludes,
  introduces,
  looksBack,
  startsWithAction,
} from '../../../src/postmortem/items/wording.ts'

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

  test('tells of a rule that was missing', () => {
    expect(commits('There was no list of what a crew has to check.')).toBe(false)
    expect(commits('The list was old, so the crew should write a new one.')).toBe(true)
    expect(commits('The list has to be new.')).toBe(true)
  })

  test('regrets what was not done', () => {
    expect(commits('In hindsight we should have noticed sooner.')).toBe(false)
    expect(commits('Wir hätten das früher bemerken sollen.')).toBe(false)
    expect(commits('We should have a second key.')).toBe(true)
  })

  test('tells what has been done, or need not be', () => {
    expect(looksBack('Counting has been added at the gate')).toBe(true)
    expect(looksBack('Check that the gate has been closed')).toBe(false)
    expect(commits("Passengers don't need to do anything.")).toBe(false)
    expect(looksBack('原因は鍵であった。')).toBe(true)
  })

  test('is a task behind a word that counts', () => {
    expect(startsWithAction('Third, count the passengers')).toBe(true)
    expect(startsWithAction('Third, the passengers')).toBe(false)
  })

  test('hopes for the effect of the tasks above', () => {
    expect(concludes('This should make sure that no ferry sails empty.')).toBe(true)
    expect(concludes('By completing these tasks, we aim to sail with passengers.')).toBe(true)
    expect(concludes('By counting passengers, we will notice.')).toBe(false)
    expect(concludes('This should be automated.')).toBe(false)
  })
})
