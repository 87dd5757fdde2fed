/**
 * Lets people work for some minutes in many repositories at once, against the server in a process of its own:
 * `npm run soak -- [minutes] [repositories] [seed]`. Prints the server's memory, whether it stays flat, and how late its
 * event loop was, and fails where GitHub is not exactly as it should be.
 */
import { playSoak, type SoakTotals } from '../test/soak/soak.ts'
import { isFlat, measurementsIn, slopeOf } from '../test/soak/measurements.ts'
import type { Measurement } from '../test/soak/probe.ts'

const [minutes = 10, repositories = 12, seed = Date.now() % 2 ** 20] = process.argv.slice(2).map(Number)
const EVERY_SECONDS = 15

const startedAt = performance.now()
const minutesPassed = (): number => (performance.now() - startedAt) / 60_000
const measured: (Measurement & { minute: number })[] = []

let told = 0
const tell = ({ rounds, acts, requests, disagreements }: SoakTotals, written: string): void => {
  for (const disagreement of disagreements.slice(told)) console.log(disagreement)
  told = disagreements.length
  for (const measurement of measurementsIn(written)) {
    const minute = minutesPassed()
    measured.push({ ...measurement, minute })
    const { rss, heap, external, p99, worst } = measurement
    console.log(
      [
        `${minute.toFixed(1)} min`,
        `${rounds} rounds, ${acts} acts, ${requests} requests`,
        `rss ${rss} MB, heap ${heap} MB, external ${external} MB after a collection`,
        `event loop late by p99 ${p99} ms, at worst ${worst} ms`,
        `${disagreements.length} disagreements`,
      ].join('; '),
    )
  }
}

console.log(`${minutes} minutes in ${repositories} repositories with seed ${seed}`)
const totals = await playSoak({
  repositories,
  seed,
  isOver: () => minutesPassed() >= minutes,
  onRound: tell,
  execArgv: ['--expose-gc', '--import', './test/soak/probe.ts'],
  env: { PROBE_INTERVAL_MS: String(EVERY_SECONDS * 1000) },
})

// What is loaded on first use is no leak.
const settled = measured.filter(({ minute }) => minute > minutes / 4)
const slope = (what: 'heap' | 'rss' | 'external'): string =>
  `${what} ${slopeOf(settled.map((one) => [one.minute, one[what]])).toFixed(2)} MB a minute`
const flat = isFlat(settled.map(({ minute, heap }) => [minute, heap]))
console.log(totals)
console.log(`After the first quarter: ${slope('heap')}, ${slope('external')}, ${slope('rss')}`)
console.log(`The heap is ${flat ? 'flat' : 'not flat'}`)
console.log(`Event loop late by ${measured.at(-1)?.p99InAll ?? 0} ms at the 99th percentile of all`)
const isExact = totals.disagreements.length === 0 && totals.lost.length === 0
process.exitCode = isExact && flat ? 0 : 1
