import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { Probot, Server, type ProbotOctokit } from 'probot'
import { followthrough } from '../app.ts'
import { connectApp } from '../github/app.ts'
import { createFetch } from '../github/fetch.ts'
import { createOctokitClass } from '../github/octokit.ts'
import type { Look } from '../jobs/job.ts'
import type { Clock, Extractor, RepositoryName } from '../jobs/ports.ts'
import { runJob } from '../jobs/run.ts'
import { createInProcessQueue } from '../queue/in-process.ts'
import type { Credentials, Environment } from './environment.ts'
import { freePort } from './free-port.ts'

export interface ServerSettings extends Credentials, Pick<Environment, 'apiUrl' | 'host' | 'port'> {
  extractor: Extractor
  log: Logger
  /** What time it is for due dates; the machine's clock without it. */
  clock?: Clock
  /** How requests are sent; by default one write a second, as GitHub asks. */
  Octokit?: typeof ProbotOctokit
}

export interface RunningServer {
  /** Where GitHub delivers webhooks. */
  webhookUrl: string
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
  const queue = createInProcessQueue({
    log,
    run: async (job) => {
      const github = await app.installation(job.installationId)
      const deps = {
        github,
        extractor,
        clock,
        enqueue: (repository: RepositoryName, look: Look) => {
          queue.enqueue({ ...job, repository, look })
        },
        log: log.child({ delivery: job.delivery }),
      }
      const operations = await runJob(job, deps)
      log.info({ job, writes: operations.length }, 'Job finished')
    },
  })
  followthrough({ enqueue: queue.enqueue, botLogin: app.botLogin })(probot)
  server.addHandler(answerHealthCheck)
  await server.start()
  return {
    webhookUrl: `http://${server.host}:${server.port}/api/github/webhooks`,
    idle: queue.idle,
    async close() {
      await server.stop()
      await queue.close()
    },
  }
}

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
