import { describe, expect, test } from '@jest/globals'
import { asksForFuture, refusesWork } from '../../../src/postmortem/sections/future.ts'

describe('a name that asks for what the team will do', () => {
  test.each([
    "What we're going to do about it",
    'What are we changing?',
    'So what needs to be done',
    'How we keep this from coming back',
    'How do we make sure it stays up?',
    'Making sure the roof stays dry',
    'Chores I really have to finish',
    'Things we would like to change',
    'Making a flood like this one less likely',
    '¿Cómo hacemos para que el techo no se repita mojado?',
    'Wie wir nasse Dächer künftig vermeiden',
    'Как не допустить протечки',
    '如何避免屋顶漏水',
  ])('%s', (name) => {
    expect(asksForFuture(name)).toBe(true)
  })

  test.each([
    'What we did',
    'Why nothing could have prevented it',
    'How the flood was avoided',
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

test.each(['Plan for next summer', 'Our plan to mend the pump', 'Post-leak plan'])('a plan: %s', (name) => {
  expect(asksForFuture(name)).toBe(true)
})

test.each(['Rollback plan', 'Plan of the building', 'Pricing plans'])('no plan of work: %s', (name) => {
  expect(asksForFuture(name)).toBe(false)
})

describe('a name that refuses work', () => {
  test.each([
    'What we are not going to do',
    "What we won't change",
    'Not planned',
    'What we did to fix it',
    'How was it fixed?',
    'Recommended actions for users',
    'What you can do',
    'Empfehlungen für Kunden',
  ])('%s', (name) => {
    expect(refusesWork(name)).toBe(true)
  })

  test.each([
    'Not done yet',
    'How to not do it again',
    'What we are going to do',
    'How was it fixed and what will we change?',
    'Action items for the customer team',
  ])('not: %s', (name) => {
    expect(refusesWork(name)).toBe(false)
  })
})
