/** Strikes every request of every story with every disturbance, and counts the runs that end differently. */
import { isDeepStrictEqual, styleText } from 'node:util'
import { disturbances, playDisturbed, playUndisturbed, type Disturbance } from '../test/chaos/chaos.ts'
import { stories } from '../test/chaos/stories.ts'

let runs = 0
let divergences = 0
for (const story of stories) {
  const { requests, state } = await playUndisturbed(story)
  console.log(`${story.name}: ${requests} requests`)
  for (const disturbance of Object.keys(disturbances) as Disturbance[]) {
    for (let nth = 1; nth <= requests; nth++) {
      runs++
      const disturbed = await playDisturbed(story, disturbance, nth)
      if (isDeepStrictEqual(disturbed, state)) continue
      divergences++
      console.log(styleText('red', `  ${disturbance} at request ${nth} ends differently`))
    }
  }
}
console.log(`${runs} runs, ${divergences} divergences`)
process.exitCode = divergences === 0 ? 0 : 1
