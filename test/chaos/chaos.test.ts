import { beforeAll, expect, test } from '@jest/globals'
import PQueue from 'p-queue'
import { playDisturbed, playUndisturbed, type Disturbed, type Undisturbed } from './chaos.ts'
import { disturbanceNames, type Disturbance } from './disturbances.ts'
import { stories } from './stories.ts'

const GOLDEN_RATIO = 0.618

/** One strike for each story, the same in every run; `npm run chaos` strikes every request in every way. */
const sample = stories.map((story, index) => ({
  story,
  name: story.name,
  disturbance: disturbanceNames[index % disturbanceNames.length] as Disturbance,
  // How far the work has come: near its start in one story, near its end in another.
  part: (index * GOLDEN_RATIO) % 1,
}))

const plays = new Map<string, { undisturbed: Undisturbed; disturbed: Disturbed }>()

// Stories mostly wait, so that many play at once.
beforeAll(async () => {
  const queue = new PQueue({ concurrency: 6 })
  await queue.addAll(
    sample.map(({ story, disturbance, part }) => async () => {
      const undisturbed = await playUndisturbed(story)
      const nth = 1 + Math.floor(part * undisturbed.requests)
      plays.set(story.name, { undisturbed, disturbed: await playDisturbed(story, disturbance, nth) })
    }),
  )
}, 300_000)

test.each(sample)('$name ends the same: $disturbance', ({ name }) => {
  const { disturbed, undisturbed } = plays.get(name) ?? {}
  expect(disturbed).toEqual({ isStruck: true, state: undisturbed?.state })
})
