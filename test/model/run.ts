import fc from 'fast-check'
import { settle, settling, weekly } from './app.ts'
import { PATHS, TASKS } from './documents.ts'
import type { Model } from './model.ts'
import { people, writing } from './people.ts'
import { openReal } from './stage.ts'

/** Nobody has written a postmortem yet. */
export const emptyModel = (): Model => ({
  postmortems: PATHS.map(([path], index) => ({
    index,
    path: null,
    home: path,
    place: null,
    lines: [],
    issues: new Map(),
    isKnown: false,
    isRenamed: false,
  })),
})

/** Most of what people do needs issues: stories begin with some. */
const beginning = fc.tuple(...TASKS.map((_, postmortem) => writing(postmortem)), settling)

export interface ModelRun {
  /** How many random stories. */
  numRuns: number
  seed: number
  /** Most steps of a story. */
  maxCommands: number
}

/**
 * Plays random stories and compares GitHub with the model after each time that the app has handled everything.
 *
 * @throws with the shortest story found that ends otherwise than the model says
 */
export const playModel = async ({ numRuns, seed, maxCommands }: ModelRun): Promise<void> => {
  const commands = fc.commands([...people, settling, settling, settling, weekly], {
    maxCommands,
    size: 'max',
  })
  await fc.assert(
    fc.asyncProperty(beginning, commands, async (first, story) => {
      const real = await openReal()
      const model = emptyModel()
      try {
        for (const part of [first, story]) await fc.asyncModelRun(() => ({ model, real }), part)
        await settle(model, real, { order: [], again: [], crash: null })
      } finally {
        await real.stage.close()
      }
    }),
    { numRuns, seed, endOnFailure: false },
  )
}
