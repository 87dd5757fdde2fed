/** Runs with every test file: no secret may be in anything that its tests make anybody write. */
import { afterAll } from '@jest/globals'
import { secretsIn } from './secrets.ts'
import { watchOutput } from './watch.ts'

const output = watchOutput()

afterAll(() => {
  output.stop()
  const found = new Set(output.texts().flatMap(secretsIn))
  if (found.size > 0) throw new Error(`The output of these tests holds ${[...found].join(', ')}.`)
})
