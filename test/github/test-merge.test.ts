import { Octokit } from '@octokit/rest'
import { expect, test } from '@jest/globals'
import nock from 'nock'
import { readTestMerge } from '../../src/github/test-merge.ts'
import type { TestMerge } from '../../src/jobs/ports.ts'
import { API, HARBOUR, PATH, useNock } from './nocked.ts'

useNock()

const answers = (...pulls: object[]): void => {
  for (const pull of pulls) nock(API).get(`${PATH}/pulls/7`).reply(200, pull)
}
const read = (): Promise<TestMerge> => readTestMerge(new Octokit(), HARBOUR, 7, [1, 1])

const waiting = { mergeable: null, merge_commit_sha: 'of-an-earlier-head' }

test.each([
  ['at once', [{ mergeable: true, merge_commit_sha: 'c0ffee' }], { kind: 'merged', sha: 'c0ffee' }],
  ['later', [waiting, { mergeable: true, merge_commit_sha: 'c0ffee' }], { kind: 'merged', sha: 'c0ffee' }],
  ['with a conflict', [waiting, { mergeable: false, merge_commit_sha: null }], { kind: 'conflict' }],
  ['not in time', [waiting, waiting, waiting], { kind: 'unknown' }],
])('GitHub tries the merge %s', async (_, pulls, expected) => {
  answers(...pulls)
  expect(await read()).toEqual(expected)
})
