/**
 * What the weekly comments of many repositories cost: `npm run bench:rollup [-- COUNT…]`, by default for 1, 10 and
 * 100 repositories of 20 postmortems with 40 open issues each, in a week in which each postmortem gets an overdue item.
 * Prints the requests for each repository, beside the most that are allowed, and how the app's memory grows from a
 * tenth of the repositories to the last. Takes a few minutes.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createOctokitClass } from '../src/github/octokit.ts'
import { extractPostmortem } from '../src/postmortem/extract.ts'
import { startServer } from '../src/server/start.ts'

const POSTMORTEMS = 20
const ISSUES = 2 * POSTMORTEMS
/** The goal for one repository. */
const MOST_REQUESTS = Math.ceil(ISSUES / 100) + 2 * POSTMORTEMS + 6

/**
 * GitHub asks for a second between writes; this one does not mind. And what waits out limits and repeats requests
 * would cost more time than all the work: its timers put 15 ms before each request.
 */
const HURRIED_OCTOKIT = createOctokitClass({ writeIntervalMs: 0 }).defaults((options: Options) => ({
  ...options,
  throttle: { ...options.throttle, enabled: false },
  retry: { enabled: false },
}))

interface Options {
  throttle?: object
}

interface Ready {
  apiUrl: string
  appId: number
  privateKey: string
  webhookSecret: string
}

const measure = async (count: number): Promise<void> => {
  const github = fork(fileURLToPath(new URL('bench-rollup/github.ts', import.meta.url)), [String(count)])
  const [ready] = (await once(github, 'message')) as [Ready]
  const requests = async (): Promise<number> => {
    github.send('requests')
    const [answer] = (await once(github, 'message')) as [{ requests: number }]
    return answer.requests
  }
  const heap: number[] = []
  const log = pino(
    { level: 'info' },
    {
      write: (line: string) => {
        if (!line.includes('"Job finished"')) return
        globalThis.gc?.()
        heap.push(process.memoryUsage().heapUsed)
      },
    },
  )
  const app = await startServer({
    ...ready,
    host: '127.0.0.1',
    port: 0,
    Octokit: HURRIED_OCTOKIT,
    extractor: { extract: (markdown, options) => Promise.resolve(extractPostmortem(markdown, options)) },
    log,
  })
  const week = async (): Promise<{ each: number; seconds: number }> => {
    await requests()
    const start = performance.now()
    await app.rollUp()
    await app.idle()
    return { each: (await requests()) / count, seconds: (performance.now() - start) / 1000 }
  }
  const first = await week()
  const again = await week()
  await app.close()
  github.kill()
  const megabytes = (at: number): string => ((heap[Math.floor(at)] ?? 0) / 1e6).toFixed(1)
  console.log(
    [
      `${String(count).padStart(4)} repositories:`,
      `${first.each.toFixed(1)} requests each (goal: at most ${MOST_REQUESTS}), ${first.seconds.toFixed(1)} s;`,
      `again in the same week ${again.each.toFixed(1)};`,
      `memory ${megabytes(heap.length / 10)} MB after a tenth, ${megabytes(heap.length - 1)} MB at the end`,
    ].join(' '),
  )
}

const counts = process.argv.slice(2).map(Number)
for (const count of counts.length > 0 ? counts : [1, 10, 100]) await measure(count)
process.exit()
