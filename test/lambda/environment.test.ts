import { expect, test } from '@jest/globals'
import { readVariables } from '../../src/lambda/environment.ts'

test('a function reads the variables that it needs, as what they are', () => {
  const env = { QUEUE_URL: 'https://sqs.example.com/1/jobs.fifo', JOB_SECONDS: '480', TIME_ZONE: 'UTC' }
  expect(readVariables(env, ['QUEUE_URL', 'JOB_SECONDS'])).toEqual({
    QUEUE_URL: 'https://sqs.example.com/1/jobs.fifo',
    JOB_SECONDS: 480,
  })
})

test('all that is wrong is said at once, without values', () => {
  const env = { QUEUE_URL: 'jobs', JOB_SECONDS: '-1', LOG_LEVEL: 'loud' }
  const read = () => readVariables(env, ['QUEUE_URL', 'JOB_SECONDS', 'LOG_LEVEL', 'APP_SLUG'])
  expect(read).toThrow(/QUEUE_URL.*JOB_SECONDS.*LOG_LEVEL.*APP_SLUG/s)
  expect(read).not.toThrow(/jobs|-1|loud/)
})
