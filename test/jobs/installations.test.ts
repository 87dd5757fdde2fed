import { describe, expect, test } from '@jest/globals'
import { PermissionError, RetryableError } from '../../src/jobs/errors.ts'
import type { Installations } from '../../src/jobs/ports.ts'
import { enqueueRollups } from '../../src/jobs/weekly.ts'

/** Three installations with a repository each, of which the second cannot be read. */
const withFailure = (error: Error): Installations => ({
  async *installationIds() {
    yield* await Promise.resolve([1, 2, 3])
  },
  async *repositories(installationId) {
    if (installationId === 2) throw error
    yield await Promise.resolve({ owner: 'acme', repo: `service-${installationId}` })
  },
})

const runWeek = (installations: Installations) => {
  const asked: string[] = []
  const warnings: object[] = []
  const ignore = (): void => undefined
  const counted = enqueueRollups({
    installations,
    enqueue: ({ repository }) => {
      asked.push(repository.repo)
    },
    log: { debug: ignore, info: ignore, error: ignore, warn: (fields) => warnings.push(fields) },
  })
  return { counted, asked, warnings }
}

describe('an installation that cannot be read is left out, with a line in the log', () => {
  test('and that is all, where a person would have to change something', async () => {
    const { counted, asked, warnings } = runWeek(withFailure(new PermissionError('suspended')))
    expect(await counted).toBe(2)
    expect(asked).toEqual(['service-1', 'service-3'])
    expect(warnings).toEqual([{ installationId: 2 }])
  })

  test('and the run fails in the end, where running it again can help', async () => {
    const { counted, asked, warnings } = runWeek(withFailure(new RetryableError('502 Bad Gateway')))
    await expect(counted).rejects.toThrow('502')
    expect(asked).toEqual(['service-1', 'service-3'])
    expect(warnings).toEqual([{ installationId: 2 }])
  })
})
