import { expect, test } from '@jest/globals'
import nock from 'nock'
import type { Revision } from '../../src/plan/types.ts'
import { API, createNockedGitHub, useNock } from './nocked.ts'

useNock()
const github = createNockedGitHub()

const REVISIONS: Revision[] = [
  { kind: 'add-label', issue: 'I_4', label: 'LA_1' },
  { kind: 'hide-comment', comment: 'IC_2' },
]

const answer = (type: string | undefined) => ({
  data: { revision0: { clientMutationId: null }, revision1: null },
  errors: [{ ...(type && { type }), path: ['revision1'], message: 'Could not minimize comment.' }],
})

test.each(['NOT_FOUND', 'FORBIDDEN', 'UNPROCESSABLE'])(
  'a small write that GitHub refuses as %s stops no other',
  async (type) => {
    nock(API).post('/graphql').reply(200, answer(type))
    await expect(github.revise(REVISIONS)).resolves.toBeUndefined()
  },
)

test('one that failed for no reason of its own is tried again later, with all the others', async () => {
  nock(API).post('/graphql').reply(200, answer(undefined))
  await expect(github.revise(REVISIONS)).rejects.toMatchObject({ name: 'RetryableError' })
})
