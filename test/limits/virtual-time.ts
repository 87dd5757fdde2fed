import type { Time } from '../../src/github/pacing.ts'

/** Time that passes only while nobody has anything to do. */
export interface VirtualTime extends Time {
  /** Work under way: time stands still until it is done. */
  during: <T>(work: Promise<T>) => Promise<T>
  /** Lets time pass until nobody waits any more. */
  runOut: () => Promise<void>
}

/** Promises that follow one another settle within so many turns of the event loop. */
const QUIET_TURNS = 10

/** @param start in milliseconds since 1970 */
export const createVirtualTime = (start: number): VirtualTime => {
  let now = start
  let underWay = 0
  const waiting: { until: number; wake: () => void }[] = []

  const quiet = async (): Promise<void> => {
    for (let turns = 0; turns < QUIET_TURNS; turns++) {
      await new Promise(setImmediate)
      if (underWay > 0) turns = 0
    }
  }

  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise<void>((wake) => {
        waiting.push({ until: now + Math.max(0, milliseconds), wake })
      }),
    during: async (work) => {
      underWay++
      try {
        return await work
      } finally {
        underWay--
      }
    },
    runOut: async () => {
      for (;;) {
        await quiet()
        const next = waiting.toSorted((left, right) => left.until - right.until).at(0)
        if (next === undefined) return
        waiting.splice(waiting.indexOf(next), 1)
        now = Math.max(now, next.until)
        next.wake()
      }
    },
  }
}
