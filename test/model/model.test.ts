import { expect, test } from '@jest/globals'
import { playModel } from './run.ts'

/** The same stories in every run; `npm run model` plays others, and more. */
test('whatever people do and in whatever order it arrives, nothing is lost or doubled', async () => {
  await expect(playModel({ numRuns: 10, seed: 7, maxCommands: 12 })).resolves.toBeUndefined()
}, 120_000)
