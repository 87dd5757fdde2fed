import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { Probot, Server, type ProbotOctokit } from 'probot'
import { followthrough } from '../app.ts'
import { connectApp } from '../github/app.ts'
import { createFetch } from '../github/fetch.ts'
import { createOctokitClass } from '../github/octokit.ts'
import { repeatDeliveries } from '../github/redelivery.ts'
import type { Job } from '../jobs/job.ts'
import type { Clock, Extractor } from '../jobs/ports.ts'
import { timeZoneOf } from '../jobs/today.ts'
import { enqueueRollups } from '../jobs/weekly.ts'
import { createInProcessQueue } from '../queue/in-process.ts'
import { createWork } from '../work.ts'
import type { Credentials, Environment } from './environment.ts'
import { freePort } from './free-port.ts'
import { limitRequests } from './limit-requests.ts'
import { startSchedule } from './schedule.ts'

export interface ServerSettings extends Credentials, Pick<Environment, 'apiUrl' | 'host' | 'port'> {
  extractor: Extractor
  log: Logger
  /** What time it is for due dates; the machine's clock without it. */
  clock?: Clock
  /** When the weekly comments are written, in cron's words and by the clock's time zone; never without it. */
  rollupSchedule?: string
  /** How requests are sent; by default one write a second, as GitHub asks. */
  Octokit?: typeof ProbotOctokit
}

export interface RunningServer {
  /** Where GitHub delivers webhooks. */
  webhookUrl: string
  /** Writes the weekly comments that are due, as the schedule does. Settles when all are asked for. */
  rollUp: () => Promise<void>
  /**
   * Asks GitHub to deliver again what did not arrive in the last day, and at the start also what arrived in the last
   * hour: jobs in the memory of a process that was killed are lost.
   */
  catchUp: (options: { isStart: boolean }) => Promise<void>
  /** Settles when no job is running or waiting. */
  idle: () => Promise<void>
  /** Takes no more webhooks, and settles when all jobs are finished. */
  close: () => Promise<void>
}

/**
 * Starts the whole app in this process: Probot's server receives webhooks, a queue in memory runs their jobs.
 *
 * @throws RetryableError, PermanentError where GitHub does not accept the credentials
 */
export const startServer = async (settings: ServerSettings): Promise<RunningServer> => {
  const { appId, privateKey, webhookSecret, apiUrl, host, port, log, extractor } = settings
  const { clock = { now: () => new Date() }, Octokit = createOctokitClass() } = settings
  const server = new Server({
    Probot: Probot.defaults({ appId, privateKey, secret: webhookSecret, baseUrl: apiUrl, Octokit }),
    request: { fetch: createFetch() },
    host,
    port: port === 0 ? await freePort(host) : port,
    log,
  })
  const probot = await probotOf(server)
  const app = await connectApp(probot)
  const work = createWork({
    app,
    extractor,
    log,
    clock,
    enqueue: (job) => {
      queue.enqueue(job)
    },
  })
  const queue = createInProcessQueue({
    log,
    run: async (job) => {
      await work(job)
    },
  })
  followthrough({ enqueue: queue.enqueue, botLogin: app.botLogin })(probot)
  server.addHandler(answerHealthCheck)
  limitRequests(await server.start(), log)
  const rollUp = async (): Promise<void> => {
    const enqueue = async (job: Job): Promise<void> => {
      queue.enqueue(job)
      await queue.room(MOST_JOBS)
    }
    const count = await enqueueRollups({ installations: app.installations, enqueue, log })
    log.info({ repositories: count }, 'Weekly comments: all repositories are in the queue')
  }
  const closing = new AbortController()
  const catchUp = async ({ isStart }: { isStart: boolean }): Promise<void> => {
    const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS)
    const arrived = isStart ? { arrivedSince: hoursAgo(1) } : {}
    try {
      const client = await probot.auth()
      const repeated = await repeatDeliveries(client, {
        since: hoursAgo(24),
        ...arrived,
        log,
        signal: closing.signal,
      })
      if (repeated > 0) log.info({ repeated }, 'Deliveries that may be lost were asked for again')
    } catch (err) {
      log.warn({ err }, 'Lost deliveries could not be looked for; the next hour brings another try')
    }
  }
  const hourly = setInterval(() => void catchUp({ isStart: false }), HOUR_MS).unref()
  const schedule =
    settings.rollupSchedule === undefined
      ? null
      : startSchedule({ pattern: settings.rollupSchedule, timeZone: timeZoneOf(clock), task: rollUp, log })
  if (schedule) log.info({ next: schedule.next() }, 'Weekly comments are scheduled')
  return {
    webhookUrl: `http://${server.host}:${server.port}/api/github/webhooks`,
    rollUp,
    catchUp,
    idle: queue.idle,
    async close() {
      closing.abort()
      clearInterval(hourly)
      schedule?.stop()
      await server.stop()
      await queue.close()
    },
  }
}

const HOUR_MS = 3_600_000

/** The weekly job of all repositories goes on only when fewer jobs wait, so that memory does not grow with their number. */
const MOST_JOBS = 20

/** The server makes its Probot and hands it to the application functions that it loads. */
const probotOf = (server: Server): Promise<Probot> =>
  new Promise((resolve, reject) => {
    server.load(resolve).catch(reject)
  })

const answerHealthCheck = (request: IncomingMessage, response: ServerResponse): boolean => {
  if (request.url !== '/healthz') return false
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}')
  return true
}
