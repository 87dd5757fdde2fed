import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { LocalGitHub } from '../../src/local-github/server.ts'
import { freePort } from '../../src/server/free-port.ts'
import { startLocalAws } from './aws.ts'

/** The functions of `serverless.yml` at work on this machine. */
export interface LocalStack {
  webhookUrl: string
  /** Invokes a function as its schedule does; rejects where it fails. */
  invoke: (name: 'rollup' | 'redeliver') => Promise<void>
  /** What the AWS SDK needs in order to reach the queues. */
  awsEnv: Record<string, string>
  /** Everything that the functions wrote. */
  log: () => string
  /** Kills the functions in the middle of what they do. */
  crash: () => Promise<void>
  /** Starts them again at the same addresses. */
  start: () => Promise<void>
  close: () => Promise<void>
}

export interface StackOptions {
  github: LocalGitHub
  /** Values for `serverless.yml` that replace its defaults. */
  params?: Record<string, string | number>
  /** Hears what the functions write. */
  onLog?: (text: string) => void
}

const STAGE = 'local'

/** Starts AWS's parts and the functions. `node scripts/bundle-lambda.ts` must have run. */
export const startStack = async ({ github, params = {}, onLog }: StackOptions): Promise<LocalStack> => {
  const aws = await startLocalAws({
    [`/followthrough/${STAGE}/app-id`]: String(github.appId),
    [`/followthrough/${STAGE}/private-key`]: github.privateKey,
    [`/followthrough/${STAGE}/webhook-secret`]: github.webhookSecret,
  })
  const [httpPort, lambdaPort] = [await freePort('127.0.0.1'), await freePort('127.0.0.1')]
  const values = {
    appSlug: github.botLogin.replace('[bot]', ''),
    githubApiUrl: github.apiUrl,
    ...params,
  }
  let log = ''
  let running: ChildProcess | undefined

  const start = async (): Promise<void> => {
    const started = spawn(
      process.execPath,
      [
        'node_modules/serverless/bin/serverless.js',
        ...['offline', 'start', '--stage', STAGE, '--httpPort', String(httpPort)],
        ...['--lambdaPort', String(lambdaPort), '--noSponsor'],
        ...Object.entries(values).map(([name, value]) => `--param=${name}=${value}`),
      ],
      {
        env: { PATH: process.env.PATH, ...aws.env, SLS_TELEMETRY_DISABLED: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    running = started
    const before = log.length
    let isReady = false
    await new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer): void => {
        log += data.toString()
        onLog?.(data.toString())
        isReady ||= log.includes('Server ready', before)
        if (isReady) resolve()
      }
      started.stdout.on('data', hear)
      started.stderr.on('data', hear)
      started.once('exit', () => {
        reject(new Error(`The functions did not start:\n${log.slice(before)}`))
      })
    })
  }

  const crash = async (): Promise<void> => {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const exited = once(running, 'exit')
    running.kill('SIGKILL')
    await exited
  }

  try {
    await start()
  } catch (error) {
    await aws.close()
    throw error
  }
  return {
    webhookUrl: `http://127.0.0.1:${httpPort}/api/github/webhooks`,
    awsEnv: aws.env,
    log: () => log,
    start,
    crash,
    async invoke(name) {
      const path = `/2015-03-31/functions/followthrough-${STAGE}-${name}/invocations`
      const response = await fetch(`http://127.0.0.1:${lambdaPort}${path}`, { method: 'POST', body: '{}' })
      if (!response.ok || response.headers.has('x-amz-function-error'))
        throw new Error(`${name} failed: ${await response.text()}`)
    },
    async close() {
      await crash()
      await aws.close()
    },
  }
}
