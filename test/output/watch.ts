import { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { listenTo } from './heard.ts'

/** The method behind `spawn`, `fork`, `exec` and `execFile`. */
const prototype = ChildProcess.prototype as unknown as {
  spawn: (this: ChildProcess, options: unknown) => unknown
}

export interface OutputWatch {
  /** What each stream carried so far, those of this process and of its child processes, and what was heard beside. */
  texts: () => string[]
  stop: () => void
}

/** Listens to everything that this process and its child processes write, without anybody noticing. */
export const watchOutput = (): OutputWatch => {
  const outputs: string[][] = []
  const open = (): ((text: string) => void) => {
    const chunks: string[] = []
    outputs.push(chunks)
    return (text) => void chunks.push(text)
  }
  const ends = [
    listenTo(open()),
    overhearWrites(process.stdout, open()),
    overhearWrites(process.stderr, open()),
    overhearChildren(open),
  ]
  return {
    texts: () => outputs.map((chunks) => chunks.join('')),
    stop: () => {
      for (const end of ends) end()
    },
  }
}

const overhearWrites = (stream: Writable, hear: (text: string) => void): (() => void) => {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    hear(Buffer.from(chunk as string).toString())
    return write(chunk, ...rest)
  }
  return () => {
    stream.write = write
  }
}

const overhearChildren = (open: () => (text: string) => void): (() => void) => {
  const { spawn } = prototype
  prototype.spawn = function (options) {
    const result = spawn.call(this, options)
    for (const stream of [this.stdout, this.stderr]) if (stream !== null) overhearReads(stream, open())
    return result
  }
  return () => {
    prototype.spawn = spawn
  }
}

/** Where chunks arrive: listening to the stream itself would take them from others. */
const overhearReads = (stream: Readable, hear: (text: string) => void): void => {
  const push = stream.push.bind(stream)
  stream.push = (chunk: Uint8Array | null, encoding) => {
    if (chunk !== null) hear(Buffer.from(chunk).toString())
    return push(chunk, encoding)
  }
}
