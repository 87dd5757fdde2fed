import { ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { SQSRecord } from 'aws-lambda'
import { createQueues } from '../../scripts/dev-lambda/queues.ts'
import { startLocalAws, type LocalAws } from '../../scripts/dev-lambda/aws.ts'
import type { Job, Look } from '../../src/jobs/job.ts'
import { parseJob } from '../../src/lambda/job-message.ts'
import { createJobQueue } from '../../src/lambda/job-queue.ts'
import { createMessages } from '../../src/lambda/messages.ts'

let aws: LocalAws
let client: SQSClient
let queueUrl: string
let deadLetterQueueUrl: string
let count = 0

beforeAll(async () => {
  aws = await startLocalAws({})
  Object.assign(process.env, aws.env)
  client = new SQSClient()
})
afterAll(async () => {
  client.destroy()
  await aws.close()
})
beforeEach(async () => {
  const fifo = (name: string) => ({
    Type: 'AWS::SQS::Queue',
    Properties: { QueueName: `${name}-${++count}.fifo`, FifoQueue: true },
  })
  const urls = await createQueues({ Jobs: fifo('jobs'), Dead: fifo('dead') })
  queueUrl = urls.Jobs ?? ''
  deadLetterQueueUrl = urls.Dead ?? ''
})

const receive = async (url = queueUrl): Promise<Message[]> => {
  const { Messages: messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    }),
  )
  return messages
}

/** Takes everything out, as the worker does: one repository's messages come one after another. */
const takeAll = async (): Promise<Job[]> => {
  const jobs: Job[] = []
  for (let messages = await receive(); messages.length > 0; messages = await receive()) {
    for (const message of messages) {
      jobs.push(parseJob(message.Body ?? ''))
      await createMessages({ client, queueUrl, deadLetterQueueUrl }).remove(recordOf(message))
    }
  }
  return jobs
}

const recordOf = ({ MessageId, ReceiptHandle, Body, Attributes }: Message): SQSRecord => ({
  messageId: MessageId ?? '',
  receiptHandle: ReceiptHandle ?? '',
  body: Body ?? '',
  attributes: Attributes as unknown as SQSRecord['attributes'],
  messageAttributes: {},
  md5OfBody: '',
  eventSource: '',
  eventSourceARN: '',
  awsRegion: '',
})

const jobTo = (look: Look, repo = 'shop'): Job => ({
  installationId: 1,
  repository: { owner: 'acme', repo },
  look,
  delivery: 'delivery',
})

const put = (job: Job): Promise<void> => createJobQueue({ client, queueUrl })(job)

describe('a job in the queue', () => {
  test.each<[string, Job]>([
    ['a pull request', jobTo({ kind: 'pull-request', number: 7 })],
    ['a check that was asked for', jobTo({ kind: 'preview', number: 7, wasAskedFor: true })],
    ['the week', jobTo({ kind: 'rollup' })],
    ['a command', jobTo({ kind: 'command', comment: 1, number: 7, isPullRequest: false })],
    [
      'a path in any language',
      jobTo({ kind: 'paths', paths: ['障害/ポストモーテム 🔥.md', 'a\uffff\u0001.md'] }),
    ],
    ['a repository with a very long name', jobTo({ kind: 'rollup' }, 'r'.repeat(140))],
  ])('is read as it was put: %s', async (_, job) => {
    await put(job)
    expect(await takeAll()).toEqual([job])
  })

  test('comes again when it is put again: who redelivers wants another look', async () => {
    const job = jobTo({ kind: 'pull-request', number: 7 })
    await put(job)
    await put(job)
    expect(await takeAll()).toEqual([job, job])
  })

  test('waits for the job of its repository that is under way, and no other', async () => {
    await put(jobTo({ kind: 'pull-request', number: 1 }))
    await put(jobTo({ kind: 'pull-request', number: 2 }))
    await put(jobTo({ kind: 'pull-request', number: 3 }, 'docs'))
    const underWay = await receive()
    expect(underWay.map(({ Body: body }) => parseJob(body ?? '').look)).toEqual([
      { kind: 'pull-request', number: 1 },
      { kind: 'pull-request', number: 3 },
    ])
    expect(await receive()).toEqual([])
  })

  test.each<Look['kind']>(['paths', 'configuration'])(
    'that names more files than a message holds comes in parts: %s',
    async (kind) => {
      const paths = Array.from({ length: 300 }, (_, index) => `${index}/${'long/'.repeat(800)}a.md`)
      await put(jobTo({ kind, paths } as Look))
      const looks = (await takeAll()).map(({ look }) => look as { kind: string; paths: string[] })
      expect(looks.length).toBeGreaterThan(1)
      expect(looks.flatMap((look) => look.paths)).toEqual(paths)
      expect(looks.filter((look) => look.kind === 'configuration')).toHaveLength(kind === 'paths' ? 0 : 1)
    },
  )
})

describe('a message that cannot be worked off', () => {
  test.each([
    ['The repository is gone.', 'The repository is gone.'],
    ['two\nlines \u0000 of 障害', 'two lines of'],
    ['', 'The error says nothing.'],
  ])('is found in the dead-letter queue with its reason: %j', async (reason, shown) => {
    await put(jobTo({ kind: 'rollup' }))
    const [message] = await receive()
    if (message === undefined) throw new Error('Nothing in the queue')
    await createMessages({ client, queueUrl, deadLetterQueueUrl }).bury(recordOf(message), reason)

    const [dead] = await receive(deadLetterQueueUrl)
    expect(dead?.Body).toBe(message.Body)
    expect(dead?.MessageAttributes?.reason?.StringValue).toBe(shown)
    expect(dead?.Attributes?.MessageGroupId).toBe('1/acme/shop')
    expect(await receive()).toEqual([])
  })

  test('that is put back comes again when the time is over', async () => {
    await put(jobTo({ kind: 'rollup' }))
    const [message] = await receive()
    if (message === undefined) throw new Error('Nothing in the queue')
    await createMessages({ client, queueUrl, deadLetterQueueUrl }).putBack(recordOf(message), 0)
    expect(await receive()).toMatchObject([{ Attributes: { ApproximateReceiveCount: '2' } }])
  })
})
