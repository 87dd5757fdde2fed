import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { randomUUID } from 'node:crypto'
import { groupOf, type Job } from '../jobs/job.ts'

/** SQS takes group names of up to 128 characters. Two repositories that share one only wait for each other. */
const MAX_GROUP_LENGTH = 128

/** SQS takes messages of up to 1 MB; so many paths of usual length are a tenth of that. */
const MAX_PATHS = 1000

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
    for (const part of partsOf(job)) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(part),
          MessageGroupId: groupOf(job).slice(0, MAX_GROUP_LENGTH),
          MessageDeduplicationId: randomUUID(),
        }),
      )
    }
  }

const partsOf = (job: Job): Job[] => {
  const { look } = job
  if (look.kind !== 'paths' || look.paths.length <= MAX_PATHS) return [job]
  const starts = Array.from(
    { length: Math.ceil(look.paths.length / MAX_PATHS) },
    (_, part) => part * MAX_PATHS,
  )
  return starts.map((start) => ({
    ...job,
    look: { kind: 'paths', paths: look.paths.slice(start, start + MAX_PATHS) },
  }))
}
