import { createQueues } from './queues.ts'
import { startPolling } from './polling.ts'

/** The parts of the Serverless Framework that this plugin uses. */
interface Serverless {
  service: {
    provider: { environment: Record<string, unknown> }
    functions: Record<string, ServerlessFunction>
    resources: { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> }
  }
}

interface ServerlessFunction {
  name: string
  environment?: Record<string, unknown>
  events: { sqs?: { batchSize: number; maximumConcurrency: number } }[]
}

/**
 * What AWS does between a queue and a function, for `serverless offline`: makes the queues that the template describes,
 * gives the functions their addresses, and hands the worker what arrives.
 */
// The framework makes an instance of the file's default export.
// eslint-disable-next-line import-x/no-default-export
export default class LocalQueue {
  readonly hooks: Record<string, () => Promise<void>>

  constructor({ service }: Serverless, { lambdaPort }: { lambdaPort?: string }) {
    let queueUrls: Record<string, string> = {}
    this.hooks = {
      'before:offline:start:init': async () => {
        queueUrls = await createQueues(service.resources.Resources)
        for (const { environment = {} } of Object.values(service.functions)) {
          for (const [name, value] of Object.entries(environment)) {
            const queue = (value as { Ref?: string }).Ref
            if (queue !== undefined) environment[name] = queueUrls[queue]
          }
        }
      },
      'after:offline:start:init': async () => {
        const { name = '', events = [] } = service.functions.worker ?? {}
        const { batchSize = 1, maximumConcurrency = 1 } = events.find(({ sqs }) => sqs)?.sqs ?? {}
        for (let poller = 0; poller < maximumConcurrency; poller++) {
          startPolling({
            queueUrl: queueUrls.JobQueue ?? '',
            invokeUrl: `http://127.0.0.1:${lambdaPort ?? '3002'}/2015-03-31/functions/${name}/invocations`,
            batchSize,
          })
        }
        await Promise.resolve()
      },
    }
  }
}
