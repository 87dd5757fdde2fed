import { setTimeout as sleep } from 'node:timers/promises'
import type { RepositoryName, TestMerge } from '../jobs/ports.ts'
import type { Client } from './client.ts'

/** GitHub needs a moment; a pull request that it needs longer for is large. */
const WAITS_MS = [500, 1500, 3000]

/**
 * What merging an open pull request makes of its files, as GitHub finds out.
 * Source: https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-your-git-database, "Checking mergeability
 * of pull requests": asking starts the trial, and `mergeable` is null until it has ended.
 */
export const readTestMerge = async (
  client: Client,
  repository: RepositoryName,
  number: number,
  waitsMs: readonly number[] = WAITS_MS,
): Promise<TestMerge> => {
  for (const wait of [0, ...waitsMs]) {
    if (wait > 0) await sleep(wait)
    const { data } = await client.rest.pulls.get({ ...repository, pull_number: number })
    if (data.mergeable === false) return { kind: 'conflict' }
    if (data.mergeable === true && data.merge_commit_sha !== null)
      return { kind: 'merged', sha: data.merge_commit_sha }
  }
  return { kind: 'unknown' }
}
