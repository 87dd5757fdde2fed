/**
 * A thousand postmortems are merged within an hour in fifty repositories of one installation, on a GitHub that
 * enforces its documented limits: `npm run limits -- [postmortems] [repositories] [workers]`. Time is simulated.
 * Without workers it is the server that files them; two are what the functions on Lambda have, each restarted every hour.
 */
import { GITHUB_PACE, paceOfShare } from '../src/github/pace.ts'
import { playRushHour } from '../test/limits/organization.ts'

const [postmortems = 1000, repositories = 50, workers = 0] = process.argv.slice(2).map(Number)
const outcome = await playRushHour({
  postmortems,
  repositories,
  itemsEach: 2,
  limits: 'documented',
  pace: workers === 0 ? GITHUB_PACE : paceOfShare(workers * GITHUB_PACE.intervalMs),
  workers: workers === 0 ? null : { count: workers, lifetimeMs: 3_600_000 },
})
console.log(outcome)
console.log(`${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MB, the local GitHub included`)
const { filed, superfluous, refusedTwice, creationsInAMinute, creationsInAnHour, lost } = outcome
const isKept = creationsInAMinute <= 80 && creationsInAnHour <= 500
const isWhole = filed === postmortems && superfluous === 0 && lost === 0
process.exitCode = isKept && isWhole && refusedTwice === 0 ? 0 : 1
