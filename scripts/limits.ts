/**
 * A thousand postmortems are merged within an hour in fifty repositories of one installation, on a GitHub that
 * enforces its documented limits: `npm run limits -- [postmortems] [repositories]`. Time is simulated.
 */
import { GITHUB_PACE } from '../src/github/pacing.ts'
import { playRushHour } from '../test/limits/organization.ts'

const [postmortems = 1000, repositories = 50] = process.argv.slice(2).map(Number)
const outcome = await playRushHour({
  postmortems,
  repositories,
  itemsEach: 2,
  limits: 'documented',
  pace: GITHUB_PACE,
})
console.log(outcome)
const { filed, superfluous, refusedTwice, creationsInAMinute, creationsInAnHour, lost } = outcome
const isKept = creationsInAMinute <= 80 && creationsInAnHour <= 500
const isWhole = filed === postmortems && superfluous === 0 && lost === 0
process.exitCode = isKept && isWhole && refusedTwice === 0 ? 0 : 1
