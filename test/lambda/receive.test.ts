import { beforeEach, describe, expect, test } from '@jest/globals'
import { createHmac } from 'node:crypto'
import type { Job } from '../../src/jobs/job.ts'
import { createLog } from '../../src/lambda/log.ts'
import { createReceiver } from '../../src/lambda/receive.ts'
import { MAX_PAYLOAD_BYTES, type HttpRequest } from '../../src/lambda/request.ts'
import { delivery } from '../webhooks.ts'

const SECRET = 'the-secret-of-the-webhook'
const MERGE = JSON.stringify(delivery('pull_request.closed').payload)

let queued: Job[]
let counted: string[]
let logged: string
let failure: Error | null

beforeEach(() => {
  queued = []
  counted = []
  logged = ''
  failure = null
})

const receive = (request: HttpRequest) =>
  createReceiver({
    webhookSecret: SECRET,
    botLogin: 'followthrough[bot]',
    enqueue: (job) => {
      if (failure) return Promise.reject(failure)
      queued.push(job)
      return Promise.resolve()
    },
    log: createLog('trace', {}, { write: (line) => (logged += line) }),
    count: (reception) => counted.push(reception),
  })(request)

const sign = (body: string, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

interface Sent {
  method?: string
  body?: string | null
  headers?: Record<string, string | undefined>
}

/** A request as GitHub sends it, except for what is given. */
const request = ({ method = 'POST', body = MERGE, headers = {} }: Sent = {}): HttpRequest => ({
  requestContext: { http: { method } } as HttpRequest['requestContext'],
  headers: {
    'content-type': 'application/json',
    'x-github-event': 'pull_request',
    'x-github-delivery': '5b1f7a1e-0f65-4f8e-9d1a-1f4c7d6f0a11',
    'x-hub-signature-256': sign(body ?? ''),
    ...headers,
  },
  body,
})

describe('a signed webhook', () => {
  test('becomes a small job in the queue', async () => {
    expect(await receive(request())).toMatchObject({ statusCode: 202 })
    expect(queued).toMatchObject([
      { look: { kind: 'pull-request' }, delivery: '5b1f7a1e-0f65-4f8e-9d1a-1f4c7d6f0a11' },
    ])
    expect(JSON.stringify(queued).length).toBeLessThan(300)
    expect(counted).toEqual(['queued'])
  })

  test('is logged with its delivery, installation, repository, job and duration', async () => {
    await receive(request())
    expect(JSON.parse(logged)).toMatchObject({
      delivery: '5b1f7a1e-0f65-4f8e-9d1a-1f4c7d6f0a11',
      event: 'pull_request',
      installation: expect.any(Number),
      repository: expect.stringContaining('/'),
      look: { kind: 'pull-request', number: expect.any(Number) },
      durationMs: expect.any(Number),
    })
  })

  test('is accepted where the gateway encoded its body', async () => {
    const encoded = { ...request(), body: Buffer.from(MERGE).toString('base64'), isBase64Encoded: true }
    expect(await receive(encoded)).toMatchObject({ statusCode: 202 })
    expect(queued).toHaveLength(1)
  })

  test('is accepted with header names in any case', async () => {
    const { headers } = request()
    const shouting = Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [name.toUpperCase(), value]),
    )
    expect(await receive({ ...request(), headers: shouting })).toMatchObject({ statusCode: 202 })
  })

  test('of an event that concerns no postmortem asks for nothing', async () => {
    expect(await receive(request({ headers: { 'x-github-event': 'star' } }))).toMatchObject({
      statusCode: 202,
    })
    expect(queued).toEqual([])
    expect(counted).toEqual(['ignored'])
  })

  test('that cannot be queued is answered as failed, without its payload in the log', async () => {
    failure = new Error('the queue is not there')
    expect(await receive(request())).toMatchObject({ statusCode: 503 })
    expect(counted).toEqual(['failed'])
    expect(logged).toContain('the queue is not there')
    expect(logged).not.toContain('merge_commit_sha')
    expect(logged.length).toBeLessThan(3000)
  })
})

const MALFORMED = '{"action": "closed", '
const HUGE = `{"padding":"${'x'.repeat(MAX_PAYLOAD_BYTES)}"}`

describe('anything else is refused', () => {
  test.each<[string, Sent, number]>([
    ['a wrong signature', { headers: { 'x-hub-signature-256': sign(MERGE, 'another-secret') } }, 401],
    ['no signature', { headers: { 'x-hub-signature-256': undefined } }, 401],
    ['a signature of the old kind', { headers: { 'x-hub-signature-256': 'sha1=0123' } }, 401],
    [
      'another body than the signed one',
      { body: MERGE, headers: { 'x-hub-signature-256': sign('{}') } },
      401,
    ],
    ['malformed JSON', { body: MALFORMED }, 400],
    ['JSON that is no object', { body: '[1]' }, 400],
    ['an empty body', { body: '' }, 400],
    ['no body', { body: null }, 400],
    ['no delivery id', { headers: { 'x-github-delivery': undefined } }, 400],
    ['a delivery id that is none', { headers: { 'x-github-delivery': '${jndi:ldap}' } }, 400],
    ['no event name', { headers: { 'x-github-event': undefined } }, 400],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['no content type', { headers: { 'content-type': undefined } }, 415],
    ['another method', { method: 'GET' }, 405],
    ['more than Lambda takes', { body: HUGE }, 413],
  ])('%s', async (_, sent, status) => {
    expect(await receive(request(sent))).toMatchObject({ statusCode: status })
    expect(queued).toEqual([])
    expect(counted).toEqual(['refused'])
  })

  test('a request without any headers', async () => {
    expect(await receive({ ...request(), headers: null })).toMatchObject({ statusCode: 415 })
  })

  test('and nothing of it reaches the log, nor does the secret', async () => {
    const stranger = {
      headers: { 'x-hub-signature-256': sign(MERGE, 'x'), 'x-github-event': 'forged_event' },
    }
    await receive(request(stranger))
    await receive(request({ body: '{"forged": "payload"}', headers: { 'x-github-delivery': 'forged-id' } }))
    expect(logged.trim().split('\n')).toHaveLength(2)
    expect(logged).not.toContain('forged')
    expect(logged).not.toContain(SECRET)
  })
})

test.each(['', '  '])('without a webhook secret nothing starts: "%s"', (webhookSecret) => {
  const log = createLog('silent', {})
  expect(() =>
    createReceiver({
      webhookSecret,
      botLogin: 'followthrough[bot]',
      enqueue: () => Promise.resolve(),
      log,
      count: () => undefined,
    }),
  ).toThrow('The webhook secret is empty.')
})
