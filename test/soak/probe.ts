/**
 * Loaded before the server of the soak (`node --expose-gc --import …`): measures the process from inside, so that the
 * server itself needs no word about it. Each measurement is a line of JSON on standard error.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** One line of the probe. */
export interface Measurement {
  probe: 'followthrough'
  /** Megabytes, right after a full garbage collection. */
  rss: number
  heap: number
  external: number
  /** Milliseconds by which the event loop was late, since the last measurement: the 99th percentile and the worst. */
  p99: number
  worst: number
  /** The same since the start. */
  p99InAll: number
}

const MB = 1024 * 1024
const rounded = (value: number): number => Math.round(value * 10) / 10
const milliseconds = (nanoseconds: number): number => rounded(nanoseconds / 1e6)

const start = (everyMs: number): void => {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const all = monitorEventLoopDelay({ resolution: 10 })
  const measure = (): void => {
    // The garbage collection that we ask for makes the loop late by itself: it is left out.
    for (const histogram of [delay, all]) histogram.disable()
    const late = { p99: milliseconds(delay.percentile(99)), worst: milliseconds(delay.max) }
    globalThis.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    const measurement: Measurement = {
      probe: 'followthrough',
      rss: rounded(rss / MB),
      heap: rounded(heapUsed / MB),
      external: rounded(external / MB),
      ...late,
      p99InAll: milliseconds(all.percentile(99)),
    }
    console.error(JSON.stringify(measurement))
    delay.reset()
    for (const histogram of [delay, all]) histogram.enable()
  }
  for (const histogram of [delay, all]) histogram.enable()
  setInterval(measure, everyMs).unref()
}

// Worker threads load it as well.
if (isMainThread) start(Number(process.env.PROBE_INTERVAL_MS ?? 15_000))
