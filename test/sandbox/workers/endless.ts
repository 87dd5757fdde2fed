import { parentPort } from 'node:worker_threads'
import type { ReadRequest } from '../../../src/sandbox/worker.ts'

/** Never comes back from "loop", eats memory on "eat", and answers anything else. */
parentPort?.on('message', ({ markdown }: ReadRequest) => {
  let eaten: object = {}
  while (markdown === 'loop' || markdown === 'eat') if (markdown === 'eat') eaten = { eaten }
  parentPort?.postMessage({ title: markdown })
})
parentPort?.postMessage('ready')
