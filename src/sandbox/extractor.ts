import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import { tooComplex } from '../postmortem/complexity/too-complex.ts'
import type { ExtractOptions, Postmortem, Unreadable } from '../postmortem/types.ts'
import type { ReadRequest } from './worker.ts'

/** Reads postmortems of strangers without letting any of them stop the program. */
export interface Extractor {
  /**
   * Extracts one postmortem; concurrent calls wait for each other.
   *
   * @returns the postmortem, or why it could not be read. The same text gives the same result, except for texts
   * at the edge of the deadline.
   * @throws only where the worker itself cannot be started.
   */
  extract: (markdown: string, options?: ExtractOptions) => Promise<Postmortem | Unreadable>
  /** Ends the worker after the calls that are under way. */
  close: () => Promise<void>
}

export interface ExtractorSettings {
  /** How long one text may take, in milliseconds; starting the worker does not count. */
  deadlineMs?: number
  /** How much memory reading may take, in megabytes. */
  heapMb?: number
  /** The worker's entry file, where it was bundled to somewhere else. */
  workerUrl?: URL
}

/**
 * Node leaves a worker that runs out of memory 16 MB to end in. More young objects than that, promoted at once, abort
 * the whole process; with this limit that was never seen, with the default in one of ten tries.
 */
const youngHeapMb = 32

/**
 * Makes an extractor that reads in a worker thread, started when first needed and used again. A worker that misses
 * the deadline or runs out of memory is terminated, and the next text gets a new one. An idle worker does not keep
 * the process alive.
 */
export function createExtractor({
  deadlineMs = 3000,
  heapMb = 512,
  workerUrl = new URL('./worker.ts', import.meta.url),
}: ExtractorSettings = {}): Extractor {
  const queue = new PQueue({ concurrency: 1 })
  let current: Worker | undefined

  async function start(): Promise<Worker> {
    const worker = new Worker(workerUrl, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngHeapMb },
    })
    await once(worker, 'message')
    // Without a listener, an error between two readings would end the host.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (current === worker) current = undefined
    })
    return worker
  }

  async function read(request: ReadRequest): Promise<Postmortem | Unreadable> {
    const worker = (current ??= await start())
    worker.ref()
    try {
      worker.postMessage(request)
      const answer: unknown[] = await once(worker, 'message', { signal: AbortSignal.timeout(deadlineMs) })
      return answer[0] as Postmortem | Unreadable
    } catch (error) {
      await worker.terminate()
      return tooComplex(whyStopped(error))
    } finally {
      worker.unref()
    }
  }

  function whyStopped(error: unknown): string {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ABORT_ERR') return `reading it takes more than ${deadlineMs / 1000} seconds`
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return `reading it takes more than ${heapMb} MB of memory`
    return `the reader failed with "${String(error)}"`
  }

  return {
    extract: (markdown, options = {}) => queue.add(() => read({ markdown, options })),
    close: async () => {
      await queue.onIdle()
      await current?.terminate()
    },
  }
}
