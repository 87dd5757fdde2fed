import { describe, expect, test } from '@jest/globals'
import { PermanentError, RetryableError } from '../../src/jobs/errors.ts'
import type { Job } from '../../src/jobs/job.ts'
import { createInProcessQueue, type Queue } from '../../src/queue/in-process.ts'

const job = (repo: string, path: string): Job => ({
  installationId: 1,
  repository: { owner: 'lakeside-cargo', repo },
  look: { kind: 'paths', paths: [path] },
  delivery: `delivery of ${path}`,
})

interface LogLine {
  level: string
  fields: object
  message: string
}

/** A queue whose jobs tell what they do, end when the test says so, and whose waits pass at once. */
const createTestQueue = (
  run: (job: Job) => Promise<void>,
  wait: (seconds: number, signal: AbortSignal) => Promise<unknown> = () => Promise.resolve(),
): { queue: Queue; lines: LogLine[]; waits: number[] } => {
  const lines: LogLine[] = []
  const waits: number[] = []
  const at =
    (level: string) =>
    (fields: object, message: string): void => {
      lines.push({ level, fields, message })
    }
  const queue = createInProcessQueue({
    run,
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    retry: {
      delaysSeconds: [5, 30],
      wait: (seconds, signal) => {
        waits.push(seconds)
        return wait(seconds, signal)
      },
    },
  })
  return { queue, lines, waits }
}

/** A `run` that records the order of beginnings and ends; each job ends when it is let go. */
const createStage = (): {
  run: (job: Job) => Promise<void>
  story: string[]
  finish: (path: string) => void
} => {
  const story: string[] = []
  const gates = new Map<string, () => void>()
  const nameOf = ({ look }: Job): string => (look.kind === 'paths' ? look.paths.join() : look.kind)
  return {
    story,
    async run(job) {
      const name = nameOf(job)
      story.push(`begin ${name}`)
      await new Promise<void>((resolve) => gates.set(name, resolve))
      story.push(`end ${name}`)
    },
    finish: (path) => gates.get(path)?.(),
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('order', () => {
  test('jobs of one repository run one after another, in the order they came', async () => {
    const { run, story, finish } = createStage()
    const { queue } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    queue.enqueue(job('Harbour', 'b.md'))
    await settled()
    expect(story).toEqual(['begin a.md'])
    finish('a.md')
    await settled()
    expect(story).toEqual(['begin a.md', 'end a.md', 'begin b.md'])
    finish('b.md')
    await queue.close()
  })

  test('who waits for room goes on as soon as fewer jobs run or wait', async () => {
    const { run, story, finish } = createStage()
    const { queue } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    queue.enqueue(job('ferry', 'b.md'))
    const room = queue.room(2).then(() => story.push('room'))
    await settled()
    finish('b.md')
    await room
    expect(story).toEqual(['begin a.md', 'begin b.md', 'end b.md', 'room'])
    finish('a.md')
    await queue.close()
  })

  test('jobs of different repositories run side by side', async () => {
    const { run, story, finish } = createStage()
    const { queue } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    queue.enqueue(job('ledger', 'b.md'))
    await settled()
    expect(story).toEqual(['begin a.md', 'begin b.md'])
    finish('a.md')
    finish('b.md')
    await queue.close()
  })
})

describe('equal jobs', () => {
  test('a job that equals a waiting one is dropped; one that equals the running one is not', async () => {
    const { run, story, finish } = createStage()
    const { queue } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    await settled()
    queue.enqueue({ ...job('harbour', 'a.md'), delivery: 'the same again, while it runs' })
    queue.enqueue({ ...job('harbour', 'a.md'), delivery: 'and again, while that waits' })
    finish('a.md')
    await settled()
    finish('a.md')
    await queue.close()
    expect(story).toEqual(['begin a.md', 'end a.md', 'begin a.md', 'end a.md'])
  })
})

describe('failures', () => {
  const failing = (...errors: Error[]) => {
    let attempts = 0
    return {
      attempts: () => attempts,
      run: () => {
        attempts += 1
        const error = errors.shift()
        return error === undefined ? Promise.resolve() : Promise.reject(error)
      },
    }
  }

  test('a failure that can pass is tried again, later each time and no sooner than GitHub asks', async () => {
    const { run, attempts } = failing(
      new RetryableError('502'),
      new RetryableError('limit', { retryAfterSeconds: 61 }),
    )
    const { queue, lines, waits } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    await settled()
    await queue.close()
    expect(attempts()).toBe(3)
    expect(waits).toEqual([5, 61])
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn'])
  })

  test('a limit is waited out however often GitHub asks for it', async () => {
    const limit = (): Error => new RetryableError('limit', { retryAfterSeconds: 3000 })
    const { run, attempts } = failing(...Array.from({ length: 8 }, limit))
    const { queue, lines } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    await settled()
    await queue.close()
    expect(attempts()).toBe(9)
    expect(lines.map(({ level }) => level)).not.toContain('error')
  })

  test('a limit that lasts for more than a day is an error', async () => {
    const limit = (): Error => new RetryableError('limit', { retryAfterSeconds: 36_000 })
    const { run, attempts } = failing(...Array.from({ length: 8 }, limit))
    const { queue, lines } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    await settled()
    await queue.close()
    expect(attempts()).toBe(4)
    expect(lines.at(-1)).toMatchObject({ level: 'error' })
  })

  test('a failure that cannot pass is logged as an error with job and delivery, and not tried again', async () => {
    const error = new PermanentError('Issues are disabled')
    const { run, attempts } = failing(error)
    const { queue, lines } = createTestQueue(run)
    const failed = job('harbour', 'a.md')
    queue.enqueue(failed)
    await settled()
    await queue.close()
    expect(attempts()).toBe(1)
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'error',
        fields: expect.objectContaining({ err: error, look: failed.look, delivery: 'delivery of a.md' }),
      }),
    ])
  })

  test('a failure that lasts is logged as an error after the last attempt', async () => {
    const outage = (): Error => new RetryableError('502')
    const { run, attempts } = failing(outage(), outage(), outage(), outage())
    const { queue, lines } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    await settled()
    await queue.close()
    expect(attempts()).toBe(3)
    expect(lines.at(-1)).toMatchObject({ level: 'error', fields: { delivery: 'delivery of a.md' } })
  })

  test('the next job of the repository runs all the same', async () => {
    const { run, attempts } = failing(new TypeError('a fault of our own'))
    const { queue } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    queue.enqueue(job('harbour', 'b.md'))
    await settled()
    await queue.close()
    expect(attempts()).toBe(2)
  })
})

describe('closing', () => {
  test('finishes running and waiting jobs', async () => {
    const { run, story, finish } = createStage()
    const { queue } = createTestQueue(run)
    queue.enqueue(job('harbour', 'a.md'))
    queue.enqueue(job('harbour', 'b.md'))
    const closed = queue.close()
    await settled()
    finish('a.md')
    await settled()
    finish('b.md')
    await closed
    expect(story).toEqual(['begin a.md', 'end a.md', 'begin b.md', 'end b.md'])
  })

  test('does not wait for a further attempt: the log names the delivery to redeliver', async () => {
    const untilAborted = (_: number, signal: AbortSignal): Promise<unknown> =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('aborted'))
        })
      })
    const { queue, lines } = createTestQueue(() => Promise.reject(new RetryableError('502')), untilAborted)
    queue.enqueue(job('harbour', 'a.md'))
    await settled()
    await queue.close()
    expect(lines.at(-1)).toMatchObject({
      level: 'error',
      fields: { delivery: 'delivery of a.md' },
      message: expect.stringContaining('redeliver'),
    })
  })
})
