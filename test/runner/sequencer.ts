import type { Test } from '@jest/test-result'
import testSequencer from '@jest/test-sequencer'

/** The package's types are those of its CommonJS entry; Node takes the other one. */
const TestSequencer = testSequencer as unknown as typeof testSequencer.default

/** What waits for processes and deadlines, however short its file is. */
const LONG =
  /\/test\/(?:chaos|deployments|limits|model|soak|cli\/backfill|cli\/demo|jobs\/backfill|jobs\/sync|postmortem\/hostile|security\/secrets|server\.test)/

const isLong = ({ path }: Test): boolean => LONG.test(path)

/**
 * Begins with what takes longest, so that at the end no processor waits for another. Jest does so by itself from the second
 * run on; in the first it goes by the sizes of the files.
 */
export default class Sequencer extends TestSequencer {
  override sort(tests: Test[]): Test[] {
    const sorted = super.sort(tests) as Test[]
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
