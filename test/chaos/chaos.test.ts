import { describe, expect, test } from '@jest/globals'
import { disturbances, playDisturbed, playUndisturbed, type Disturbance } from './chaos.ts'
import { stories } from './stories.ts'

const names = Object.keys(disturbances) as Disturbance[]

/** A sample that is the same in every run; `npm run chaos` strikes every request with every disturbance. */
const SAMPLE = 2

describe.each(stories.map((story, index) => ({ ...story, index })))('$name', (story) => {
  test('ends the same, whatever strikes one of its requests', async () => {
    const { requests, state } = await playUndisturbed(story)
    for (let sample = 0; sample < SAMPLE; sample++) {
      const disturbance = names[(story.index * SAMPLE + sample) % names.length] ?? '502 after the effect'
      const nth = 1 + Math.floor(((sample + 0.5) / SAMPLE) * requests)
      const disturbed = await playDisturbed(story, disturbance, nth)
      expect({ disturbance, nth, state: disturbed }).toEqual({ disturbance, nth, state })
    }
  }, 60_000)
})
