import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSRecord } from 'aws-lambda'

/** What can be done with a message that was received. */
export interface Messages {
  /** The work is done: it never comes again. */
  remove: (record: SQSRecord) => Promise<void>
  /** It comes again after so many seconds. */
  putBack: (record: SQSRecord, seconds: number) => Promise<void>
  /** It goes to the dead-letter queue, with the reason beside it, and never comes again by itself. */
  bury: (record: SQSRecord, reason: string) => Promise<void>
}

/** A message can be held back for twelve hours from when it was received; some of them may have passed. */
const MAX_DELAY_SECONDS = 11 * 3600

export const createMessages = ({
  client,
  queueUrl,
  deadLetterQueueUrl,
}: {
  client: SQSClient
  queueUrl: string
  deadLetterQueueUrl: string
}): Messages => {
  const remove: Messages['remove'] = async ({ receiptHandle }) => {
    await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle }))
  }
  return {
    remove,
    async putBack({ receiptHandle }, seconds) {
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: queueUrl,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: Math.min(Math.ceil(seconds), MAX_DELAY_SECONDS),
        }),
      )
    },
    async bury(record, reason) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: deadLetterQueueUrl,
          MessageBody: record.body,
          MessageGroupId: record.attributes.MessageGroupId ?? 'unknown',
          // The same message buried twice, because removing it failed, is one.
          MessageDeduplicationId: record.messageId,
          MessageAttributes: { reason: { DataType: 'String', StringValue: writable(reason) } },
        }),
      )
      await remove(record)
    },
  }
}

/** SQS refuses an empty text and control characters. */
const writable = (reason: string): string =>
  reason
    .replace(/[^\x21-\x7e]+/g, ' ')
    .trim()
    .slice(0, 1000) || 'The error says nothing.'
