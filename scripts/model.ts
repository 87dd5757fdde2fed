/**
 * Plays random stories against the model: `npm run model -- [stories] [seed]`. A story that ends otherwise than the
 * model says is printed in its shortest form, with the seed that plays it again.
 */
import { playModel } from '../test/model/run.ts'

const [stories = 300, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
await playModel({ numRuns: stories, seed, maxCommands: 30 })
console.log(`${stories} stories with seed ${seed}: GitHub agrees with the model after each`)
