import { expect, test } from '@jest/globals'
import { playRushHour } from './organization.ts'

/** A tenth of what GitHub allows, for a fortieth of the work; `npm run limits` plays it in full. */
test('a rush hour of postmortems is filed whole, within GitHub’s limits', async () => {
  const outcome = await playRushHour({
    postmortems: 24,
    repositories: 6,
    itemsEach: 2,
    limits: {
      requestsPerHour: 500,
      creationsPerMinute: 8,
      creationsPerHour: 50,
      restPointsPerMinute: 900,
      graphqlPointsPerMinute: 2_000,
    },
    pace: {
      intervalMs: 1_000,
      creations: [
        { spanMs: 60_000, most: 7 },
        { spanMs: 3_600_000, most: 45 },
      ],
      longestWaitMs: 120_000,
    },
  })
  expect(outcome).toMatchObject({ filed: 24, superfluous: 0, lost: 0, refusedTwice: 0 })
  expect(outcome.creationsInAMinute).toBeLessThanOrEqual(8)
  expect(outcome.creationsInAnHour).toBeLessThanOrEqual(50)
}, 120_000)
