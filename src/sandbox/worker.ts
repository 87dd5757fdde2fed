import { parentPort } from 'node:worker_threads'
import type { ExtractOptions } from '../postmortem/types.ts'
import { readUntrusted } from './read.ts'

/** What the host sends: one text to read. The answer is what `readUntrusted` returns. */
export interface ReadRequest {
  markdown: string
  options: ExtractOptions
}

parentPort?.on('message', ({ markdown, options }: ReadRequest) => {
  parentPort?.postMessage(readUntrusted(markdown, options))
})
// The host waits for this before its deadline starts to run.
parentPort?.postMessage('ready')
