import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { randomUUID } from 'node:crypto'
import { groupOf, type Job } from '../jobs/job.ts'

/** SQS takes group names of up to 128 characters. Two repositories that share one only wait for each other. */
const MAX_GROUP_LENGTH = 128

/** SQS takes messages of up to 1 MB. */
const MAX_BODY_LENGTH = 256 * 1024

/**
 * Makes the function that puts a job into the FIFO queue, in parts where it names very many files. It settles when
 * everything is stored.
 *
 * Each call stores a message of its own, also for a delivery that came before: somebody who redelivers wants the facts
 * looked at again, and a look without a difference writes nothing. Only what the SDK itself sends twice is one message.
 */
export const createJobQueue =
  ({ client, queueUrl }: { client: SQSClient; queueUrl: string }) =>
  async (job: Job): Promise<void> => {
    for (const body of bodiesOf(job)) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: body,
          MessageGroupId: groupOf(job).slice(0, MAX_GROUP_LENGTH),
          MessageDeduplicationId: randomUUID(),
        }),
      )
    }
  }

/** Halves the paths until each part is small enough. One look at the configuration is enough. */
const bodiesOf = (job: Job): string[] => {
  const body = inAscii(JSON.stringify(job))
  const { look } = job
  if (body.length <= MAX_BODY_LENGTH || !('paths' in look) || look.paths.length < 2) return [body]
  const middle = Math.ceil(look.paths.length / 2)
  return [
    ...bodiesOf({ ...job, look: { ...look, paths: look.paths.slice(0, middle) } }),
    ...bodiesOf({ ...job, look: { kind: 'paths', paths: look.paths.slice(middle) } }),
  ]
}

/** SQS refuses some characters that a path may have. */
const inAscii = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
