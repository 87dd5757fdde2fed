import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { documentOf } from '../model/documents.ts'
import type { ModelPostmortem } from '../model/model.ts'
import type { Command } from '../model/people.ts'

/** Where a postmortem's status stands in a pull request: its number, else null. */
const pullRequestOf = ({ place }: ModelPostmortem): number | null =>
  typeof place === 'number' ? place : null

const say = (words: string, author: string): Command => ({
  check: ({ postmortems }) => postmortems.some((one) => pullRequestOf(one) !== null),
  run: async ({ postmortems }, { stage: { story } }) => {
    const pullRequests = postmortems.flatMap((one) => pullRequestOf(one) ?? [])
    for (const number of pullRequests) await story.comment(number, words, author)
  },
  toString: () => `${author} says "${words}"`,
})

/** A pull request that is changed once and closed: the app shows what merging it would do. */
const propose = (index: number): Command => ({
  check: ({ postmortems }) => postmortems[index]?.path != null,
  run: async ({ postmortems }, { stage: { story } }) => {
    const branch = `tea-${randomUUID()}`
    const { home, lines } = postmortems[index] as ModelPostmortem
    const change = (more: string) => ({ [home]: `${documentOf(index, lines)}${more}` })
    const { number } = await story.openPullRequest({
      files: change('- Buy more tea\n'),
      title: 'Tea',
      branch,
    })
    await story.push(change('- Buy more coffee\n'), 'Coffee', branch)
    await story.closeIssue(number)
  },
  toString: () => `propose a change of postmortem ${index}, and think better of it`,
})

/** What people do that changes no postmortem and no issue, and yet keeps the app busy. */
export const talk: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom(
    say('/followthrough sync', 'maya'),
    say('/followthrough status', 'jonas'),
    say('/followthrough sync', 'stranger'),
    say('Thanks, this reads well.', 'jonas'),
  ),
  fc.constantFrom(propose(0), propose(1)),
)
