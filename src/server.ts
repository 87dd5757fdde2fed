import { existsSync } from 'node:fs'
import { run } from 'probot'
import { createExtractor } from './sandbox/extractor.ts'
import { EnvironmentError, readEnvironment } from './server/environment.ts'
import { createLog } from './server/log.ts'
import { startServer } from './server/start.ts'

const main = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const environment = readEnvironment(process.env, process.cwd())
  const log = await createLog(environment)
  if (environment.credentials === null) {
    // Probot's setup page registers the app on GitHub and writes its credentials to `.env`.
    await run(() => undefined, { env: process.env, log })
    return
  }
  const extractor = createExtractor()
  const server = await startServer({
    ...environment,
    ...environment.credentials,
    clock: { now: () => new Date(), timeZone: environment.timeZone },
    extractor,
    log,
  })
  void server.catchUp({ isStart: true })
  log.info(`Followthrough receives webhooks at ${server.webhookUrl}`)

  const stop = async (signal: string): Promise<void> => {
    log.info(`${signal}: finishing the jobs that are waiting`)
    await server.close()
    await extractor.close()
    log.info('Stopped')
  }
  // A second signal ends the process at once.
  process.once('SIGTERM', (signal) => void stop(signal))
  process.once('SIGINT', (signal) => void stop(signal))
}

main().catch((error: unknown) => {
  console.error(error instanceof EnvironmentError ? error.message : error)
  process.exitCode = 1
})
