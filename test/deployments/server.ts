import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { LocalGitHub } from '../../src/local-github/server.ts'
import { freePort } from '../../src/server/free-port.ts'
import type { Deployment } from './deployment.ts'
import type { ServerCommand } from './server-process.ts'

/**
 * The plain server, in a process that can be killed.
 *
 * @param env more environment variables
 * @param execArgv options of Node
 */
export const openServer = async (
  github: LocalGitHub,
  env: Record<string, string> = {},
  execArgv: string[] = [],
): Promise<Deployment> => {
  const port = await freePort('127.0.0.1')
  let server: ChildProcess
  let url = ''
  let log = ''

  const start = async (): Promise<void> => {
    server = fork('test/deployments/server-process.ts', {
      execArgv,
      silent: true,
      env: {
        APP_ID: String(github.appId),
        PRIVATE_KEY: github.privateKey,
        WEBHOOK_SECRET: github.webhookSecret,
        GITHUB_API_URL: github.apiUrl,
        PORT: String(port),
        LOG_FORMAT: 'json',
        ...env,
      },
    })
    for (const output of [server.stdout, server.stderr])
      output?.on('data', (data: Buffer) => (log += data.toString()))
    const [address] = await heard()
    url = String(address)
  }

  const hasEnded = (): Error =>
    new Error(`The server has ended (${server.signalCode ?? server.exitCode ?? 'now'}):\n${log.slice(-2000)}`)

  /** What the server says next. */
  const heard = async (): Promise<unknown[]> => {
    const over = new AbortController()
    const ended = once(server, 'exit', { signal: over.signal }).then(() => {
      throw hasEnded()
    })
    return Promise.race([once(server, 'message'), ended]).finally(() => {
      over.abort()
    })
  }

  const ask = async (command: ServerCommand): Promise<void> => {
    if (!server.connected) throw hasEnded()
    const answered = heard()
    server.send(command)
    await answered
  }

  const crash = async (): Promise<void> => {
    const exited = once(server, 'exit')
    server.kill('SIGKILL')
    await exited
  }

  await start()
  return {
    accepted: 200,
    webhookUrl: () => url,
    drained: () => ask('idle'),
    crash,
    async start() {
      await start()
      await ask('catchUpAtStart')
    },
    rollUp: () => ask('rollUp'),
    redeliver: () => ask('catchUp'),
    log: () => log,
    close: crash,
  }
}
