import { afterEach, expect, test } from '@jest/globals'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFetch } from '../../src/github/fetch.ts'

let server: Server | undefined

const serve = async (answer: RequestListener): Promise<string> => {
  const listening = createServer(answer)
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

test('an answer comes through as it is', async () => {
  const url = await serve((_, response) => response.writeHead(201, { 'x-kind': 'issue' }).end('{"number":1}'))
  const response = await createFetch()(url)
  expect(response.status).toBe(201)
  expect(response.headers.get('x-kind')).toBe('issue')
  expect(await response.json()).toEqual({ number: 1 })
})

test('an answer without a body comes through', async () => {
  const url = await serve((_, response) => response.writeHead(204).end())
  expect((await createFetch()(url)).status).toBe(204)
})

test('a server that never answers is given up', async () => {
  const url = await serve(() => undefined)
  await expect(createFetch(20)(url)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a body that never ends is given up', async () => {
  const url = await serve((_, response) => response.writeHead(200).write('['))
  await expect(createFetch(50)(url)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a body that breaks off is an error, not an empty answer', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('[{"number":1}', () => response.destroy())
  })
  await expect(createFetch()(url)).rejects.toMatchObject({ name: 'TypeError' })
})

test('whoever asked can still abort', async () => {
  const url = await serve(() => undefined)
  const controller = new AbortController()
  const answer = createFetch()(url, { signal: controller.signal })
  controller.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})
