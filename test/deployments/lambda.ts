import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs'
import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startStack } from '../../scripts/dev-lambda/stack.ts'
import type { LocalGitHub } from '../../src/local-github/server.ts'
import type { Deployment } from './deployment.ts'

export interface LambdaDeployment extends Deployment {
  /** Puts a message into the queue as it is. */
  send: (group: string, body: string) => Promise<void>
  /** Takes what lies in the dead-letter queue. */
  takeDead: () => Promise<Message[]>
}

/**
 * The times of `serverless.yml`, as short as a test needs them. As on AWS, a message must stay hidden for longer than its job
 * takes on a busy machine: otherwise two workers have it at once.
 */
const HASTE = { writeIntervalMs: 0, visibilityTimeout: 12, retrySeconds: 1, maxReceiveCount: 3 }

/** The functions of `serverless.yml`, with SQS and Parameter Store on this machine. */
export const openLambda = async (github: LocalGitHub): Promise<LambdaDeployment> => {
  await promisify(execFile)(process.execPath, ['scripts/bundle-lambda.ts'])
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

  return {
    accepted: 202,
    webhookUrl: () => stack.webhookUrl,
    async drained() {
      while ((await inQueue()) > 0) await sleep(100)
    },
    crash: stack.crash,
    start: stack.start,
    rollUp: () => stack.invoke('rollup'),
    redeliver: () => stack.invoke('redeliver'),
    async send(group, body) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: urlOf('jobs'),
          MessageBody: body,
          MessageGroupId: group,
          MessageDeduplicationId: `${group} ${body}`.slice(0, 128).replace(/[^\w-]/g, '-'),
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
