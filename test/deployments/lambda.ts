import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { POLL_SECONDS } from '../../scripts/dev-lambda/polling.ts'
import { startStack } from '../../scripts/dev-lambda/stack.ts'
import type { LocalGitHub } from '../../src/local-github/server.ts'
import { bundle } from '../bundle.ts'
import type { Deployment } from './deployment.ts'

export interface LambdaDeployment extends Deployment {
  /** Puts messages into the queue as they are, all at once. */
  send: (...messages: { group: string; body: string }[]) => Promise<void>
  /** Takes what lies in the dead-letter queue. */
  takeDead: () => Promise<Message[]>
}

/** The waits of `serverless.yml`, as short as SQS can count, and few attempts. */
const HASTE = { writeIntervalMs: 0, retrySeconds: 0.25, maxReceiveCount: 3 }

/** What fauxqs tells of a queue. */
interface Inspection {
  messages: { inflight: { receiptHandle: string }[] }
}

/** The functions of `serverless.yml`, with SQS and Parameter Store on this machine. */
export const openLambda = async (github: LocalGitHub): Promise<LambdaDeployment> => {
  await bundle()
  const stack = await startStack({ github, params: HASTE })
  const client = new SQSClient({
    endpoint: stack.awsEnv.AWS_ENDPOINT_URL_SQS ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const urlOf = (queue: 'jobs' | 'dead'): string =>
    `${stack.awsEnv.AWS_ENDPOINT_URL_SQS ?? ''}/000000000000/followthrough-local-${queue}.fifo`

  const inQueue = async (): Promise<number> => {
    const { Attributes: counts = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: urlOf('jobs'), AttributeNames: ['All'] }),
    )
    return Number(counts.ApproximateNumberOfMessages) + Number(counts.ApproximateNumberOfMessagesNotVisible)
  }

  /** What the killed functions held comes again when its visibility time is over: at once, and not in an hour. */
  const passVisibilityTime = async (): Promise<void> => {
    // Until then the queue gives messages to polls whose process is dead.
    await sleep(POLL_SECONDS * 1000)
    const { messages } = (await (
      await fetch(`${stack.awsEnv.AWS_ENDPOINT_URL_SQS ?? ''}/_fauxqs/queues/followthrough-local-jobs.fifo`)
    ).json()) as Inspection
    for (const { receiptHandle } of messages.inflight) {
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: urlOf('jobs'),
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: 0,
        }),
      )
    }
  }

  return {
    accepted: 202,
    webhookUrl: () => stack.webhookUrl,
    async drained() {
      while ((await inQueue()) > 0) await sleep(100)
    },
    crash: stack.crash,
    async start() {
      await passVisibilityTime()
      await stack.start()
    },
    rollUp: () => stack.invoke('rollup'),
    redeliver: () => stack.invoke('redeliver'),
    async send(...messages) {
      await client.send(
        new SendMessageBatchCommand({
          QueueUrl: urlOf('jobs'),
          Entries: messages.map(({ group, body }) => ({
            Id: group,
            MessageBody: body,
            MessageGroupId: group,
            MessageDeduplicationId: randomUUID(),
          })),
        }),
      )
    },
    async takeDead() {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: urlOf('dead'),
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ['All'],
        }),
      )
      for (const { ReceiptHandle: receiptHandle } of messages)
        await client.send(new DeleteMessageCommand({ QueueUrl: urlOf('dead'), ReceiptHandle: receiptHandle }))
      return messages
    },
    log: stack.log,
    async close() {
      client.destroy()
      await stack.close()
    },
  }
}
