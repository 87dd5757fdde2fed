import { beforeEach, expect, jest, test } from '@jest/globals'
import { meterFetch } from '../../src/lambda/meter-fetch.ts'
import { createMeter, type Meter } from '../../src/lambda/metrics.ts'

let lines: string[]
let meter: Meter

beforeEach(() => {
  lines = []
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(text.toString())
    return true
  })
  meter = createMeter('followthrough-test')
})

const flushed = (): object => {
  meter.flush()
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '') as object
}

test('figures are one line in CloudWatch’s embedded format, and without figures there is none', () => {
  meter.flush()
  expect(lines).toEqual([])
  meter.add('JobsDone')
  meter.add('JobSeconds', 2.5)
  expect(flushed()).toMatchObject({
    _aws: {
      CloudWatchMetrics: [
        {
          Namespace: 'Followthrough',
          Dimensions: [['service']],
          Metrics: [
            { Name: 'JobsDone', Unit: 'Count' },
            { Name: 'JobSeconds', Unit: 'Seconds' },
          ],
        },
      ],
    },
    service: 'followthrough-test',
    JobsDone: 1,
    JobSeconds: 2.5,
  })
})

test('requests to GitHub tell how much of the limit is left, and how long GitHub makes us wait', async () => {
  const answers = [
    new Response('{}', { headers: { 'x-ratelimit-remaining': '4999' } }),
    new Response('{}', { status: 403, headers: { 'retry-after': '60', 'x-ratelimit-remaining': '4998' } }),
    new Response('{}', { status: 502 }),
  ]
  const send = meterFetch(() => Promise.resolve(answers.shift() ?? Response.error()), meter)
  for (let count = 0; count < 3; count++) await send('https://api.github.com/')
  expect(flushed()).toMatchObject({
    GitHubRequests: [1, 1, 1],
    RateLimitRemaining: [4999, 4998],
    RateLimitWaits: 1,
    RateLimitWaitSeconds: 60,
  })
})
