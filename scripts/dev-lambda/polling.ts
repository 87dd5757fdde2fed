import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long one request to the queue waits for messages. */
export const POLL_SECONDS = 1

export interface Mapping {
  queueUrl: string
  /** Where the function can be invoked. */
  invokeUrl: string
  batchSize: number
}

/**
 * What Lambda's event source mapping does: receives messages, invokes the function with them, and removes those that it
 * does not hand back. After a crash all of them come again when their visibility time is over.
 */
export const startPolling = (mapping: Mapping): void => {
  const client = new SQSClient()
  const poll = async (): Promise<never> => {
    for (;;) {
      // fauxqs gives one message of a group at a time; SQS may give several.
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: mapping.queueUrl,
          MaxNumberOfMessages: mapping.batchSize,
          WaitTimeSeconds: POLL_SECONDS,
          MessageSystemAttributeNames: ['All'],
        }),
      )
      if (messages.length > 0) await work(client, messages, mapping)
    }
  }
  void poll().catch(async (error: unknown) => {
    console.error('Polling failed and starts again:', error)
    await sleep(1000)
    startPolling(mapping)
  })
}

const work = async (
  client: SQSClient,
  messages: Message[],
  { queueUrl, invokeUrl }: Mapping,
): Promise<void> => {
  const event: SQSEvent = { Records: messages.map(recordOf) }
  const response = await fetch(invokeUrl, { method: 'POST', body: JSON.stringify(event) })
  if (!response.ok || response.headers.has('x-amz-function-error')) return
  const { batchItemFailures } = (await response.json()) as SQSBatchResponse
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  for (const { MessageId: id, ReceiptHandle: receiptHandle } of messages) {
    if (id === undefined || failed.has(id)) continue
    await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle }))
  }
}

const recordOf = ({ MessageId, ReceiptHandle, Body, Attributes, MD5OfBody }: Message): SQSRecord => ({
  messageId: MessageId ?? '',
  receiptHandle: ReceiptHandle ?? '',
  body: Body ?? '',
  attributes: Attributes as unknown as SQSRecord['attributes'],
  messageAttributes: {},
  md5OfBody: MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: 'us-east-1',
})
