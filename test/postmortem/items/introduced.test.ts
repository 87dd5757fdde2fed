import { describe, expect, test } from '@jest/globals'
import { extractPostmortem } from '../../../src/postmortem/extract.ts'
import { introducesFinished, introducesWork } from '../../../src/postmortem/items/introduced.ts'

const itemsIn = (markdown: string): [string, boolean][] =>
  extractPostmortem(markdown).items.map(({ text, done }) => [text, done])

describe('a sentence before a list', () => {
  test.each([
    'To avoid another night like this, we recommend:',
    'From now on we will do the following:',
    'Over the summer we plan to:',
    'Folgende Maßnahmen sollen das künftig verhindern:',
    'Les mesures suivantes seront prises :',
  ])('tells of work to come: %s', (sentence) => {
    expect(introducesWork(sentence)).toBe(true)
  })

  test.each([
    'The harbour had three gates:',
    'We decided so because:',
    'These steps were taken at once:',
    'A ticket must carry two things:',
    'The crew tried to avoid it with:',
  ])('tells of something else: %s', (sentence) => {
    expect(introducesWork(sentence)).toBe(false)
  })

  test('tells that the list is finished, or is to be', () => {
    expect(introducesFinished('We have already completed the following:')).toBe(true)
    expect(introducesFinished('The following will be completed in May:')).toBe(false)
  })
})

describe('a list that a sentence introduces', () => {
  test('is work wherever the sentence stands', () => {
    const markdown = `# The ferry sailed empty

## Conclusion

The gate was locked and nobody looked. To keep this from happening again, we recommend the
following:

- Count passengers at the gate
- A second key
`
    expect(itemsIn(markdown)).toEqual([
      ['Count passengers at the gate', false],
      ['A second key', false],
    ])
  })

  test('is advice where the sentence speaks to others', () => {
    const markdown = `# The ferry sailed empty

If you run a ferry, you can learn from us. There are two things we recommend:

- Count passengers
- Keep a second key
`
    expect(itemsIn(markdown)).toEqual([])
  })

  test('is finished where the sentence says so', () => {
    const markdown = `# The ferry sailed empty

## Next steps

We are sorry. We have already completed the following:

- Cut a second key

We are working on these:

- Counting passengers at the gate
`
    expect(itemsIn(markdown)).toEqual([
      ['Cut a second key', true],
      ['Counting passengers at the gate', false],
    ])
  })
})
