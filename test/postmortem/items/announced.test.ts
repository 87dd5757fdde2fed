import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'
import { announces } from '../../../src/postmortem/items/announced.ts'

const filedFrom = (markdown: string): string[] =>
  extractPostmortem(markdown)
    .items.filter(({ done }) => !done)
    .map(({ text }) => text)

describe('work that running text announces', () => {
  test.each([
    'We will make several changes so that the ferry never sails empty again.',
    'Over the coming days we’ll do the following.',
    'So what now?',
    'Here’s what we are going to change.',
    'The crew is tired, and here is what changes.',
  ])('is announced by: %s', (sentence) => {
    expect(announces(sentence)).toBe(true)
  })

  test.each([
    'We will keep you informed.',
    'Here is what happened.',
    'We made several changes.',
    'Who saw it first?',
    'We will never forget this.',
  ])('is not announced by: %s', (sentence) => {
    expect(announces(sentence)).toBe(false)
  })

  test('is read from there on, as far as paragraphs hold work', () => {
    const markdown = `On 3 May the ferry sailed empty. We should have noticed.

We will make several changes. The gate will count passengers.

We'll also ring the harbour before we leave.

The weather was fine all day.

You will find the timetable at the pier.
`
    expect(filedFrom(markdown)).toEqual([
      'The gate will count passengers.',
      "We'll also ring the harbour before we leave.",
    ])
  })

  test.each([
    'To keep this from happening again, we will count passengers.',
    'From now on, we will count passengers.',
  ])('is told together with what it is for: %s', (promise) => {
    expect(filedFrom(`On 3 May the ferry sailed empty.\n\n${promise} The gate was locked.\n`)).toEqual([
      promise,
    ])
  })

  test('is counted without any announcement', () => {
    const markdown = `First, we had to find the key. The gate was locked.

First, we will count passengers. The gate will refuse to close before. Finally, we are going to ring the harbour.

We would like to thank the harbour.
`
    expect(filedFrom(markdown)).toEqual([
      'First, we will count passengers.',
      'The gate will refuse to close before.',
      'Finally, we are going to ring the harbour.',
    ])
    expect(filedFrom('The ferry sailed empty.\n\nSecondly, we’ll count passengers.\n')).toEqual([
      'Secondly, we’ll count passengers.',
    ])
    expect(filedFrom('First, we will explain how a ferry works. It must float.\n')).toEqual([])
  })

  test('is none where the text only tells what it is about', () => {
    const markdown = 'In this report we will look at how to avoid empty ferries in the future.\n'
    expect(filedFrom(markdown)).toEqual([])
  })

  test('is done where the text says that it has been already', () => {
    const markdown = `The ferry sailed empty. Here is our plan. The gate will count passengers. This is already in place.

Next week we will ring the harbour before we leave.
`
    expect(filedFrom(markdown)).toEqual(['Next week we will ring the harbour before we leave.'])
  })

  test('goes on after a remark that sounded like the end', () => {
    const markdown = `## Prevention

We will count passengers. With this we should be safe. Lastly, the crew will ring the harbour.
`
    expect(filedFrom(markdown)).toEqual([
      'We will count passengers.',
      'Lastly, the crew will ring the harbour.',
    ])
  })
})
