/**
 * Measures the functions as they are deployed, each figure beside that of a bare handler that verifies a signature and sends
 * a message: bundle size, cold import, memory, and how fast webhooks are acknowledged. Needs `npm run bundle`.
 */
import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { promisify } from 'node:util'
import { startLocalGitHub } from '../src/local-github/server.ts'
import { createStory } from '../src/local-github/story.ts'
import type { Delivery } from '../src/local-github/webhooks/deliveries.ts'
import { BUNDLE_SETTINGS } from './bundle-settings.ts'
import { createQueues } from './dev-lambda/queues.ts'
import { startLocalAws } from './dev-lambda/aws.ts'

const run = promisify(execFile)

const RUNS = 9
const DELIVERIES = 1000
/** The two handlers take turns so often. */
const ROUNDS = 5
const AT_A_TIME = 50

const BARE = `
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'
import { Webhooks } from '@octokit/webhooks'
const client = new SQSClient()
const webhooks = new Webhooks({ secret: 'local-webhook-secret' })
export const handler = async ({ body, headers }) => {
  if (!(await webhooks.verify(body, headers['x-hub-signature-256']))) return { statusCode: 401 }
  await client.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: 'job', MessageGroupId: 'group', MessageDeduplicationId: crypto.randomUUID() }))
  return { statusCode: 202 }
}`

await build({
  ...BUNDLE_SETTINGS,
  stdin: { contents: BARE, resolveDir: '.' },
  outfile: 'build/bare/index.mjs',
})

const github = await startLocalGitHub()
const aws = await startLocalAws({
  '/bench/app-id': '1',
  '/bench/private-key': github.privateKey,
  '/bench/webhook-secret': github.webhookSecret,
})
Object.assign(process.env, aws.env)
const fifo = { FifoQueue: true }
const queues = await createQueues({
  Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'bench.fifo', ...fifo } },
  Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'bench-dead.fifo', ...fifo } },
})
Object.assign(process.env, {
  APP_SLUG: 'followthrough',
  DEAD_LETTER_QUEUE_URL: queues.Dead,
  GITHUB_API_URL: github.apiUrl,
  GIVE_UP_SECONDS: '86400',
  JOB_SECONDS: '480',
  LOG_LEVEL: 'fatal',
  POWERTOOLS_METRICS_DISABLED: 'true',
  QUEUE_URL: queues.Jobs,
  REDELIVER_HOURS: '24',
  RETRY_SECONDS: '15',
  SECRETS_PATH: '/bench',
  SERVICE: 'bench',
  TIME_ZONE: 'UTC',
  WRITE_INTERVAL_MS: '2000',
})

interface Cold {
  milliseconds: number
  megabytes: number
}

/** Imports a function in a new process. All of them read their secrets when they first run. */
const importOnce = async (name: string): Promise<Cold> => {
  const code = `const before = performance.now()
    await import('./build/${name}/index.mjs')
    const milliseconds = performance.now() - before
    console.log(JSON.stringify({ milliseconds, megabytes: process.memoryUsage.rss() / 1e6 }))
    process.exit()`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code])
  return JSON.parse(stdout) as Cold
}

const quantile = (numbers: number[], share: number): number =>
  [...numbers].sort((one, other) => one - other)[
    Math.min(numbers.length - 1, Math.floor(numbers.length * share))
  ] ?? 0

const median = (numbers: number[]): number => quantile(numbers, 0.5)

const names = ['bare', 'webhook', 'worker', 'rollup', 'redeliver']
const colds = new Map<string, Cold[]>(names.map((name) => [name, []]))
// In turns, so that whatever else the machine does meets all of them.
for (let count = 0; count < RUNS; count++)
  for (const name of names) colds.get(name)?.push(await importOnce(name))
const figures = new Map(
  [...colds].map(([name, runs]) => [
    name,
    {
      kilobytes: statSync(`build/${name}/index.mjs`).size / 1000,
      milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
      megabytes: median(runs.map(({ megabytes }) => megabytes)),
    },
  ]),
)
const bare = figures.get('bare')
const beside = (value: number, of = 1): string => `${value.toFixed(0)} (${(value / of).toFixed(2)}×)`
console.table(
  Object.fromEntries(
    [...figures].map(([name, { kilobytes, milliseconds, megabytes }]) => [
      name,
      {
        'bundle KB': beside(kilobytes, bare?.kilobytes),
        'cold import ms': beside(milliseconds, bare?.milliseconds),
        'memory MB': beside(megabytes, bare?.megabytes),
      },
    ]),
  ),
)

const story = createStory(github)
const { number } = await story.openPullRequest({ files: { 'docs/postmortems/a.md': '# A' }, title: 'A' })
await story.merge(number)
const merge = github.deliveries.find(({ event, action }) => event === 'pull_request' && action === 'closed')

/** Lets a function acknowledge a merge so often, many at a time; returns how long each took, in milliseconds. */
const acknowledge = async (name: string, { headers, body }: Delivery): Promise<number[]> => {
  const { handler } = (await import(`../build/${name}/index.mjs`)) as {
    handler: (request: object) => Promise<{ statusCode: number }>
  }
  const request = { headers, body, requestContext: { http: { method: 'POST' } }, isBase64Encoded: false }
  const times: number[] = []
  let left = DELIVERIES / ROUNDS
  const sender = async (): Promise<void> => {
    while (left-- > 0) {
      const before = performance.now()
      const { statusCode } = await handler(request)
      if (statusCode !== 202) throw new Error(`${name} answered ${statusCode}`)
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, sender))
  return times
}

if (merge === undefined) throw new Error('The local GitHub announced no merge')
const times = { bare: [] as number[], webhook: [] as number[] }
for (const name of ['bare', 'webhook'] as const) await acknowledge(name, merge)
for (let round = 0; round < ROUNDS; round++)
  for (const name of ['bare', 'webhook'] as const) times[name].push(...(await acknowledge(name, merge)))
console.log(
  `Acknowledging ${DELIVERIES} deliveries, ${AT_A_TIME} at a time, in one process with the local SQS:`,
)
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, own]) => [
      name,
      {
        'p50 ms': beside(median(own), median(times.bare)),
        'p99 ms': beside(quantile(own, 0.99), quantile(times.bare, 0.99)),
      },
    ]),
  ),
)
await aws.close()
await github.close()
process.exit()
