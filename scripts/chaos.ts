/**
 * Strikes every request of every story with every disturbance, and counts the runs that end differently:
 * `npm run chaos -- [part of a story's name]`.
 */
import { availableParallelism } from 'node:os'
import { isDeepStrictEqual, styleText } from 'node:util'
import PQueue from 'p-queue'
import { playDisturbed, playUndisturbed, type ChaosStory, type Undisturbed } from '../test/chaos/chaos.ts'
import { disturbanceNames, type Disturbance } from '../test/chaos/disturbances.ts'
import { stories } from '../test/chaos/stories.ts'

/** Runs mostly wait. */
const RUNS_AT_ONCE = 4 * availableParallelism()

const total = { runs: 0, strikes: 0, divergences: 0 }

const compare = async (
  story: ChaosStory,
  disturbance: Disturbance,
  nth: number,
  { state }: Undisturbed,
): Promise<void> => {
  total.runs++
  const what = `${disturbance} at request ${nth}`
  try {
    const disturbed = await playDisturbed(story, disturbance, nth)
    if (disturbed.isStruck) total.strikes++
    if (isDeepStrictEqual(disturbed.state, state)) return
    report(`${what} ends differently`)
  } catch (error) {
    report(`${what} ends with ${String(error)}`)
  }
}

const report = (what: string): void => {
  total.divergences++
  console.log(styleText('red', `  ${what}`))
}

const [part = ''] = process.argv.slice(2)
for (const story of stories.filter(({ name }) => name.includes(part))) {
  const undisturbed = await playUndisturbed(story)
  console.log(`${story.name}: ${undisturbed.requests} requests`)
  const queue = new PQueue({ concurrency: RUNS_AT_ONCE })
  for (const disturbance of disturbanceNames) {
    for (let nth = 1; nth <= undisturbed.requests; nth++) {
      void queue.add(() => compare(story, disturbance, nth, undisturbed))
    }
  }
  await queue.onIdle()
}
console.log(`${total.runs} runs, ${total.strikes} of them struck; ${total.divergences} divergences`)
process.exitCode = total.divergences === 0 ? 0 : 1
