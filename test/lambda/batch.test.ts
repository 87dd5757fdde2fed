import { beforeEach, describe, expect, test } from '@jest/globals'
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda'
import { NotFoundError, RetryableError } from '../../src/jobs/errors.ts'
import type { Job } from '../../src/jobs/job.ts'
import { processBatch, type Outcome } from '../../src/lambda/batch.ts'

/** What the worker did, in order: `run shop#1`, `remove a`, `put back b 15`, `bury c reason`. */
let did: string[]
let counted: Outcome[]
let logged: object[]
/** What a run of the job on this pull request meets. */
let failures: Map<number, Error>
let secondsLeft: number

beforeEach(() => {
  did = []
  counted = []
  logged = []
  failures = new Map()
  secondsLeft = 600
})

const jobOn = (repo: string, number: number): Job => ({
  installationId: 1,
  repository: { owner: 'acme', repo },
  look: { kind: 'pull-request', number },
  delivery: 'delivery',
})

const NOW = new Date('2026-11-21T12:00:00Z')
const HOUR_SECONDS = 3600

interface Past {
  /** How often it was received, this time included. */
  receives?: number
  /** How long ago it was first received. */
  seconds?: number
}

const message = (
  messageId: string,
  repo: string,
  body: Job | string,
  { receives = 1, seconds = 0 }: Past = {},
): SQSRecord => ({
  messageId,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: {
    MessageGroupId: repo,
    ApproximateReceiveCount: String(receives),
    ApproximateFirstReceiveTimestamp: String(NOW.getTime() - seconds * 1000),
  } as unknown as SQSRecord['attributes'],
  receiptHandle: '',
  messageAttributes: {},
  md5OfBody: '',
  eventSource: '',
  eventSourceARN: '',
  awsRegion: '',
})

const asks = (messageId: string, repo: string, number: number, past?: Past): SQSRecord =>
  message(messageId, repo, jobOn(repo, number), past)

const write = (fields: object): void => {
  logged.push(fields)
}

const work = (...records: SQSRecord[]): Promise<SQSBatchResponse> =>
  processBatch(records, {
    run: ({ repository, look }) => {
      if (look.kind !== 'pull-request') throw new Error('Not a job of these tests')
      did.push(`run ${repository.repo}#${look.number}`)
      secondsLeft -= 100
      const failure = failures.get(look.number)
      return failure ? Promise.reject(failure) : Promise.resolve()
    },
    messages: {
      remove: ({ messageId }) => Promise.resolve(void did.push(`remove ${messageId}`)),
      putBack: ({ messageId }, seconds) => Promise.resolve(void did.push(`put back ${messageId} ${seconds}`)),
      bury: ({ messageId }, reason) => Promise.resolve(void did.push(`bury ${messageId}: ${reason}`)),
    },
    patience: { retrySeconds: 15, giveUpSeconds: 24 * HOUR_SECONDS },
    now: () => NOW,
    hasTime: () => secondsLeft > 480,
    count: (outcome) => counted.push(outcome),
    log: { debug: write, info: write, warn: write, error: write },
  })

const back = (...ids: string[]): SQSBatchResponse => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
})

describe('a batch', () => {
  test('runs each job and removes its message as soon as it is done', async () => {
    expect(await work(asks('a', 'shop', 1), asks('b', 'shop', 2))).toEqual(back())
    expect(did).toEqual(['run shop#1', 'remove a', 'run shop#2', 'remove b'])
  })

  test('runs equal jobs once', async () => {
    expect(await work(asks('a', 'shop', 1), asks('b', 'shop', 2), asks('c', 'shop', 1))).toEqual(back())
    expect(did).toEqual(['run shop#1', 'remove a', 'remove c', 'run shop#2', 'remove b'])
  })

  test('that is not finished in time hands the rest back at once', async () => {
    const batch = ['a', 'b', 'c'].map((id, index) => asks(id, 'shop', index + 1))
    expect(await work(...batch)).toEqual(back('c'))
    expect(did).toEqual(['run shop#1', 'remove a', 'run shop#2', 'remove b', 'put back c 0'])
    expect(counted).toEqual(['done', 'done', 'postponed'])
  })

  test('begins with what never came before: what came may have crashed the worker', async () => {
    await work(
      asks('a', 'returned', 1, { receives: 2 }),
      asks('b', 'fresh', 2),
      asks('c', 'old', 3, { receives: 5 }),
    )
    expect(did.filter((line) => line.startsWith('run'))).toEqual(['run fresh#2', 'run returned#1'])
  })
})

describe('a failure that passes', () => {
  test('brings the message again after a while, and everything of its repository with it', async () => {
    failures.set(1, new RetryableError('GitHub answered 502.'))
    expect(await work(asks('a', 'shop', 1), asks('b', 'shop', 2), asks('c', 'docs', 3))).toEqual(
      back('a', 'b'),
    )
    expect(did.filter((line) => line.startsWith('put'))).toEqual(['put back a 15', 'put back b 15'])
    expect(did).not.toContain('run shop#2')
    expect(did).toContain('remove c')
  })

  test.each([
    [1, 15],
    [2, 30],
    [6, 480],
    [12, 900],
  ])('waits longer each time: after failure %i, %i seconds', async (receives, seconds) => {
    failures.set(1, new RetryableError('GitHub answered 502.'))
    await work(asks('a', 'shop', 1, { receives }))
    expect(did).toContain(`put back a ${seconds}`)
  })

  test('waits as long as GitHub asks', async () => {
    failures.set(1, new RetryableError('Rate limit', { retryAfterSeconds: 1800 }))
    await work(asks('a', 'shop', 1))
    expect(did).toContain('put back a 1800')
  })

  test('is no failure for good as long as GitHub makes it wait within a day, however often', async () => {
    failures.set(1, new RetryableError('Rate limit', { retryAfterSeconds: HOUR_SECONDS }))
    const often = { receives: 40, seconds: 22 * HOUR_SECONDS }
    expect(await work(asks('a', 'shop', 1, often))).toEqual(back('a'))
    expect(did).toContain('put back a 3600')
  })

  test('an error of our own is tried again as well', async () => {
    failures.set(1, new TypeError('undefined is not a function'))
    expect(await work(asks('a', 'shop', 1))).toEqual(back('a'))
    expect(counted).toEqual(['retried'])
  })
})

describe('a failure that does not pass', () => {
  test('goes to the dead-letter queue after a day, with what failed last', async () => {
    failures.set(1, new RetryableError('GitHub answered 502.'))
    const yesterday = { receives: 100, seconds: 24 * HOUR_SECONDS - 600 }
    expect(await work(asks('a', 'shop', 1, yesterday), asks('b', 'shop', 2))).toEqual(back())
    expect(did).toEqual([
      'run shop#1',
      'bury a: GitHub answered 502. (given up after 24 hours)',
      'run shop#2',
      'remove b',
    ])
    expect(counted).toEqual(['buried', 'done'])
  })

  test('of our own goes there after five attempts: a fault of the program seldom passes', async () => {
    failures.set(1, new TypeError('undefined is not a function'))
    await work(asks('a', 'shop', 1, { receives: 5, seconds: 300 }))
    expect(did).toContain('bury a: undefined is not a function (given up after 5 attempts)')
  })

  test('a message that crashes the worker each time is not run any more after a day', async () => {
    const crashing = asks('a', 'shop', 1, { receives: 25, seconds: 25 * HOUR_SECONDS })
    expect(await work(crashing)).toEqual(back())
    expect(did).toEqual([expect.stringMatching(/^bury a: .*within 24 hours/)])
  })
})

describe('a failure for good', () => {
  test('goes to the dead-letter queue at once with its reason, and holds up nobody', async () => {
    failures.set(1, new NotFoundError('The repository is gone.'))
    expect(await work(asks('a', 'shop', 1), asks('b', 'shop', 2))).toEqual(back())
    expect(did).toEqual(['run shop#1', 'bury a: The repository is gone.', 'run shop#2', 'remove b'])
    expect(counted).toEqual(['buried', 'done'])
  })

  test('is in the log with its delivery, installation, repository and where to look', async () => {
    failures.set(1, new NotFoundError('The repository is gone.'))
    await work(asks('a', 'shop', 1))
    expect(logged).toMatchObject([
      {
        delivery: 'delivery',
        installation: 1,
        repository: 'acme/shop',
        look: { kind: 'pull-request', number: 1 },
        err: { message: 'The repository is gone.' },
      },
    ])
  })

  test.each([
    ['no JSON', 'poison', 'the body is not as expected'],
    ['no job', '{"installationId": 1}', 'repository, look, delivery is not as expected'],
    ['another kind of look', JSON.stringify({ ...jobOn('shop', 1), look: { kind: 'x' } }), 'look is not as'],
  ])('a message that holds %s', async (_, body, reason) => {
    expect(await work(message('poison', 'shop', body), asks('b', 'shop', 2))).toEqual(back())
    expect(did[0]).toContain('bury poison')
    expect(did[0]).toContain(reason)
    expect(did.slice(1)).toEqual(['run shop#2', 'remove b'])
  })
})
