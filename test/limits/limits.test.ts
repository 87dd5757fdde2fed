import { expect, test } from '@jest/globals'
import type { Pace } from '../../src/github/pace.ts'
import { playRushHour } from './organization.ts'

/** A tenth of what GitHub allows, for less than a sixtieth of the work; `npm run limits` plays it in full. */
const SMALL = {
  postmortems: 15,
  repositories: 6,
  itemsEach: 2,
  limits: {
    requestsPerHour: 500,
    creationsPerMinute: 8,
    creationsPerHour: 50,
    restPointsPerMinute: 900,
    graphqlPointsPerMinute: 2_000,
  },
}
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const PACE: Pace = {
  intervalMs: 1_000,
  creations: [
    { spanMs: MINUTE, most: 7 },
    { spanMs: HOUR, most: 45 },
  ],
  longestWaitMs: 2 * MINUTE,
}
const WHOLE = { filed: SMALL.postmortems, superfluous: 0, lost: 0 }

test('a rush hour of postmortems is filed whole, and nothing is ever refused', async () => {
  const outcome = await playRushHour({ ...SMALL, pace: PACE, workers: null })
  expect(outcome).toMatchObject({ ...WHOLE, refused: 0 })
  expect(outcome.creationsInAMinute).toBeLessThanOrEqual(8)
  expect(outcome.creationsInAnHour).toBeLessThanOrEqual(50)
}, 120_000)

test('two workers that know nothing of each other are refused, and nothing of theirs is refused twice in a row', async () => {
  const limits = { ...SMALL.limits, creationsPerHour: 36 }
  const creations = [{ spanMs: HOUR, most: 32 }]
  const workers = { count: 2, lifetimeMs: HOUR }
  const outcome = await playRushHour({ ...SMALL, limits, pace: { ...PACE, creations }, workers })
  expect(outcome).toMatchObject({ ...WHOLE, refusedTwice: 0 })
  expect(outcome.refused).toBeGreaterThan(0)
  expect(outcome.creationsInAnHour).toBeLessThanOrEqual(36)
}, 120_000)
