import { describe, expect, test } from '@jest/globals'
import { asksForFuture } from '../../../src/postmortem/sections/future.ts'

describe('a name that asks for what the team will do', () => {
  test.each([
    "What we're going to do about it",
    'What are we changing?',
    'So what needs to be done',
    'How we keep this from coming back',
    'How do we make sure it stays up?',
    'Making sure the roof stays dry',
  ])('%s', (name) => {
    expect(asksForFuture(name)).toBe(true)
  })

  test.each([
    'What we did',
    'What happened',
    'What we are not changing',
    'What we have already changed',
    'What should customers do?',
    'What you need to do',
    'How we found it',
    'What we are proud of',
  ])('not: %s', (name) => {
    expect(asksForFuture(name)).toBe(false)
  })
})
